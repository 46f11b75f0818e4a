using System.Globalization;
using System.Text;
using FastApiStyle.Jobs.Storing;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace FastApiStyle.Jobs.RabbitMq;

/// <summary>The connection to RabbitMQ: made when it is there, made again when it comes back.</summary>
internal sealed partial class Broker(BrokerAddress address, IOptions<JobSettings> settings, IHostEnvironment environment, ILogger<JobQueue> logger) : IDisposable
{
    private static readonly CreateChannelOptions Confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly SemaphoreSlim sending = new(1);
    private TaskCompletionSource<IConnection> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IChannel? channel;

    public bool IsConnected => connected.Task is { IsCompletedSuccessfully: true, Result.IsOpen: true };

    public string Queue => settings.Value.Queue.Length > 0 ? settings.Value.Queue : $"{environment.ApplicationName}.jobs";

    /// <summary>Sends a job, as soon as the broker is there, and waits until it has it.</summary>
    public async Task SendAsync(JobEnvelope job, CancellationToken cancellation)
    {
        while (true)
        {
            var connection = await connected.Task.WaitAsync(cancellation);
            await sending.WaitAsync(cancellation);
            try
            {
                if (channel is not { IsOpen: true })
                {
                    channel = await connection.CreateChannelAsync(Confirmed, cancellation);
                }
                await channel.BasicPublishAsync("", Queue, mandatory: true, PropertiesOf(job), Encoding.UTF8.GetBytes(job.Body), cancellation);
                return;
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                LogAway(logger, address.Name, exception.Message);
            }
            finally
            {
                sending.Release();
            }
            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }

    /// <summary>Connects, declares the queue, and runs until the connection ends.</summary>
    public async Task ConnectAsync(Func<IConnection, Task> use, CancellationToken cancellation)
    {
        await using var connection = await address.Factory(environment.ApplicationName).CreateConnectionAsync(cancellation);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.ConnectionShutdownAsync += (_, _) =>
        {
            connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await using (var declaring = await connection.CreateChannelAsync(cancellationToken: cancellation))
        {
            // A quorum queue is written before it is confirmed, and counts how often it has delivered a message.
            await declaring.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        }
        await use(connection);
        connected.TrySetResult(connection);
        await closed.Task.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => sending.Dispose();

    public void LogAway(string reason) => LogAway(logger, address.Name, reason);

    public static JobEnvelope Read(IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body) => new(
        properties.MessageId!, properties.Type!, Encoding.UTF8.GetString(body.Span), Number(properties, "attempt"), Number(properties, "round"),
        properties.Headers!.TryGetValue("traceparent", out var trace) ? Encoding.UTF8.GetString((byte[])trace!) : null);

    /// <returns>How often the broker has delivered it before, to one that went away.</returns>
    public static int Deliveries(IReadOnlyBasicProperties properties) => Number(properties, "x-delivery-count");

    private static BasicProperties PropertiesOf(JobEnvelope job)
    {
        var headers = new Dictionary<string, object?> { ["attempt"] = job.Attempt, ["round"] = job.Round };
        if (job.TraceParent is not null)
        {
            headers["traceparent"] = job.TraceParent;
        }
        return new BasicProperties { MessageId = job.Key, Type = job.Name, ContentType = "application/json", Persistent = true, Headers = headers };
    }

    private static int Number(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers is { } headers && headers.TryGetValue(header, out var value) ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;

    [LoggerMessage(LogLevel.Warning, "Jobs wait for RabbitMQ at {Name}: {Reason}")]
    private static partial void LogAway(ILogger logger, string name, string reason);
}
