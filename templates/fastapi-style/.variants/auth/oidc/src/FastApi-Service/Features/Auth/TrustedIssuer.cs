using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FastApiService.Features.Auth;

/// <summary>
/// What the issuer says of itself in its discovery document: its name and its keys. The document is read when it is first
/// needed, and again in the background, so that a key that is withdrawn is trusted no longer than <c>Auth:KeyLifetimeSeconds</c>.
/// The framework's own manager reads it too late for that: a new key is refused at first, and an old one stays for an hour.
/// </summary>
public sealed partial class TrustedIssuer(IOptions<AuthSettings> settings, TimeProvider clock, ILogger<TrustedIssuer> logger) : IDisposable
{
    /// <summary>Between two readings, whatever tokens are sent here: nobody makes this service a burden to the issuer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>For how long the issuer may be away and its keys be trusted still. Tokens seldom live longer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly TimeSpan lifetime = TimeSpan.FromSeconds(settings.Value.KeyLifetimeSeconds);
    private readonly long start = clock.GetTimestamp();
    private readonly Lock gate = new();
    private volatile Knowledge known = new(null, TimeSpan.MinValue / 2, TimeSpan.MinValue / 2);
    private volatile Task reading = Task.CompletedTask;

    private TimeSpan Now => clock.GetElapsedTime(start);

    private bool IsTrusted => known.Document is not null && Now - known.ReadAt < Grace;

    /// <summary>What the issuer says; from memory, while that is young.</summary>
    public async ValueTask<OpenIdConnectConfiguration> ReadAsync()
    {
        if (Now - known.ReadAt >= lifetime / 2)
        {
            var isOld = !IsTrusted || Now - known.TriedAt >= lifetime;
            var fresh = Read();
            // Who is away is asked again and again, but not waited for.
            if (isOld)
            {
                await fresh;
            }
        }
        return Known();
    }

    /// <summary>What the issuer says now: read after this was called.</summary>
    public async Task<OpenIdConnectConfiguration> ReadNowAsync()
    {
        await reading;
        await Read();
        return Known();
    }

    public void Dispose() => http.Dispose();

    private OpenIdConnectConfiguration Known() => IsTrusted ? known.Document! : throw new IssuerAwayException();

    /// <summary>One reading for all who want one.</summary>
    private Task Read()
    {
        lock (gate)
        {
            return reading = reading.IsCompleted ? Task.Run(ReadDocumentAsync) : reading;
        }
    }

    private async Task ReadDocumentAsync()
    {
        if (known.TriedAt + Pause - Now is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, clock);
        }
        var now = Now;
        var authority = settings.Value.Authority.TrimEnd('/');
        var retriever = new HttpDocumentRetriever(http) { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(settings.Value.DiscoveryDocument, retriever, CancellationToken.None);
            if (known.ReadAt != known.TriedAt)
            {
                LogBack(logger, authority);
            }
            known = new(document, now, now);
        }
        catch (Exception exception)
        {
            if (known.ReadAt == known.TriedAt)
            {
                LogAway(logger, exception, authority);
            }
            known = known with { TriedAt = now };
        }
    }

    [LoggerMessage(LogLevel.Warning, "The issuer {Authority} cannot be read")]
    private static partial void LogAway(ILogger logger, Exception exception, string authority);

    [LoggerMessage(LogLevel.Information, "The issuer {Authority} is back")]
    private static partial void LogBack(ILogger logger, string authority);

    private sealed record Knowledge(OpenIdConnectConfiguration? Document, TimeSpan ReadAt, TimeSpan TriedAt);
}

/// <summary>Nobody can tell whether a token is valid, because the issuer has not been reached.</summary>
public sealed class IssuerAwayException() : Exception("The issuer has not been reached.");
