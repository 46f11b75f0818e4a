namespace FastApiStyle.Jobs.RabbitMq;

internal static class BrokerSetup
{
    public static void AddBroker(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new BrokerAddress(services.GetRequiredService<IConfiguration>()["Jobs:RabbitMq"]));
        builder.Services.AddSingleton<Broker>();
        builder.Services.AddHostedService<BrokerService>();
    }
}
