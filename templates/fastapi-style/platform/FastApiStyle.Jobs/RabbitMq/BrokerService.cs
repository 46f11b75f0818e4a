using FastApiStyle.Jobs.Running;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace FastApiStyle.Jobs.RabbitMq;

/// <summary>Keeps the connection to the broker, and runs the jobs that it gives this instance: as many at once as the settings say.</summary>
internal sealed partial class BrokerService(Broker broker, JobRunner runner, IOptions<JobSettings> settings, ILogger<JobQueue> logger) : BackgroundService
{
    private volatile bool stopping;
    private IChannel? consuming;
    private string? consumer;

    /// <summary>Takes nothing more, lets what runs end, and says so to the broker: it gives to others what it has not heard of.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        if (consuming is { IsOpen: true } channel && consumer is not null)
        {
            await channel.BasicCancelAsync(consumer, cancellationToken: CancellationToken.None);
        }
        await runner.EndAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await broker.ConnectAsync(ConsumeAsync, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                broker.LogAway(exception.GetBaseException().Message);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConsumeAsync(IConnection connection)
    {
        var concurrency = settings.Value.Concurrency;
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: (ushort)concurrency));
        await channel.BasicQosAsync(0, (ushort)concurrency, global: false);
        var receiving = new AsyncEventingBasicConsumer(channel);
        receiving.ReceivedAsync += (_, delivery) => RunAsync(channel, delivery);
        (consuming, consumer) = (channel, await channel.BasicConsumeAsync(broker.Queue, autoAck: false, receiving));
    }

    private async Task RunAsync(IChannel channel, BasicDeliverEventArgs delivery)
    {
        if (stopping)
        {
            return;
        }
        try
        {
            var job = Broker.Read(delivery.BasicProperties, delivery.Body);
            // What has ended its process has had these attempts, too.
            var ended = Broker.Deliveries(delivery.BasicProperties);
            job = job with { Attempt = job.Attempt + ended };
            if (ended > 0 && job.Attempt > settings.Value.Attempts)
            {
                await runner.TryLaterAsync(job, "The process ended while it ran");
            }
            else
            {
                await runner.RunAsync(job);
            }
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        }
        catch (Exception exception)
        {
            // Neither its end nor its next attempt is written down, so it is due again: the broker still has it.
            LogKept(logger, exception.GetBaseException().Message);
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (channel.IsOpen)
            {
                await channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: true);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A job stays with RabbitMQ: {Reason}")]
    private static partial void LogKept(ILogger logger, string reason);
}
