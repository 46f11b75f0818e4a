using System.Diagnostics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using StackExchange.Redis;

namespace FastApiStyle.Caching;

/// <summary>
/// The Redis server that <c>ConnectionStrings:Redis</c> names. The service starts and answers without it: who asks it waits for a second at most, and
/// once it has not answered twice nobody does but the one who tries again.
/// </summary>
internal sealed partial class Redis : IAsyncDisposable
{
    public const string SourceName = "FastApiStyle.Redis";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly ConfigurationOptions options;
    private readonly string prefix;
    private readonly ResiliencePipeline pipeline;
    private readonly Lock turn = new();
    private Task<IConnectionMultiplexer>? connection;

    /// <param name="setting">The connection string.</param>
    /// <param name="prefix">What the keys of this service begin with: others may use the server, too.</param>
    /// <param name="logger">Hears when it goes and comes.</param>
    public Redis(string? setting, string prefix, ILogger<Redis> logger)
    {
        this.prefix = prefix;
        if (string.IsNullOrWhiteSpace(setting))
        {
            throw new StartupException("The setting ConnectionStrings:Redis is missing: it names the server, such as \"localhost:6379\".");
        }
        try
        {
            options = ConfigurationOptions.Parse(setting);
        }
        catch (ArgumentException exception)
        {
            throw new StartupException($"The setting ConnectionStrings:Redis is wrong: {exception.Message}");
        }
        options.AbortOnConnectFail = false;
        options.AsyncTimeout = (int)Patience.TotalMilliseconds;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(500);

        var isAway = new PredicateBuilder().Handle<RedisException>().Handle<TimeoutException>().Handle<TimeoutRejectedException>();
        pipeline = new ResiliencePipelineBuilder()
            .AddCircuitBreaker(new()
            {
                ShouldHandle = isAway,
                MinimumThroughput = 2,
                FailureRatio = 0.5,
                SamplingDuration = Pause,
                BreakDuration = Pause,
                OnOpened = opened =>
                {
                    LogAway(logger, opened.Outcome.Exception?.Message);
                    return default;
                },
                OnClosed = _ =>
                {
                    LogBack(logger);
                    return default;
                },
            })
            .AddTimeout(Patience)
            .Build();
    }

    /// <summary>The connection, which may be one that waits for the server.</summary>
    public Task<IConnectionMultiplexer> ConnectionAsync()
    {
        lock (turn)
        {
            return connection is { IsFaulted: false } known ? known : connection = ConnectAsync();
        }
    }

    /// <summary>A key of this service.</summary>
    public string KeyOf(string key) => $"{prefix}:{key}";

    /// <summary>Asks the server.</summary>
    /// <returns>What it says, or null where it is away.</returns>
    public async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellation)
        where T : class
    {
        using var activity = Source.StartActivity("redis", ActivityKind.Client);
        activity?.SetTag("db.system.name", "redis");
        try
        {
            return await pipeline.ExecuteAsync(async token =>
                await ask((await ConnectionAsync().WaitAsync(token)).GetDatabase()).WaitAsync(token), cancellation);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or TimeoutRejectedException or BrokenCircuitException)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return null;
        }
    }

    /// <summary>Tells the server something.</summary>
    /// <returns>Whether it has heard.</returns>
    public async Task<bool> TellAsync(Func<IDatabase, Task> tell, CancellationToken cancellation) => await TryAsync(async database =>
    {
        await tell(database);
        return this;
    }, cancellation) is not null;

    public async ValueTask DisposeAsync()
    {
        if (connection is { IsCompletedSuccessfully: true } open)
        {
            await (await open).DisposeAsync();
        }
    }

    private async Task<IConnectionMultiplexer> ConnectAsync() => await ConnectionMultiplexer.ConnectAsync(options);

    [LoggerMessage(LogLevel.Warning, "Redis is away, and the service goes on without it: {Reason}")]
    private static partial void LogAway(ILogger logger, string? reason);

    [LoggerMessage(LogLevel.Information, "Redis is back")]
    private static partial void LogBack(ILogger logger);
}
