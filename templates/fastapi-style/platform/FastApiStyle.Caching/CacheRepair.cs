namespace FastApiStyle.Caching;

/// <summary>Connects to Redis before the first request comes, and tells it what it has missed as soon as it is back.</summary>
internal sealed class CacheRepair(Redis redis, RedisStamps stamps) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await redis.TellAsync(database => database.PingAsync(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await stamps.TellAsync();
        }
    }
}
