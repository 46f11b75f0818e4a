using RabbitMQ.Client;

namespace FastApiStyle.Jobs.RabbitMq;

/// <summary>Where RabbitMQ is: <c>Jobs:RabbitMq</c>, an address such as <c>amqp://user:password@host/</c>.</summary>
internal sealed class BrokerAddress
{
    private readonly Uri uri;

    public BrokerAddress(string? setting)
    {
        if (!Uri.TryCreate(setting, UriKind.Absolute, out var given) || given.Scheme is not ("amqp" or "amqps"))
        {
            throw new StartupException("The setting Jobs:RabbitMq is wrong: it names the broker, such as \"amqp://localhost\".");
        }
        uri = given;
    }

    /// <summary>The address without the password.</summary>
    public string Name
    {
        get
        {
            var endpoint = Factory(service: "").Endpoint;
            return $"{endpoint.HostName}:{endpoint.Port}";
        }
    }

    public ConnectionFactory Factory(string service) => new()
    {
        Uri = uri,
        ClientProvidedName = service,
        // It is made anew as a whole, so that what is known of it is one thing.
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    };
}
