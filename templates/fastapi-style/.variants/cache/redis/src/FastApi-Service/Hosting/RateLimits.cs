using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Threading.RateLimiting;
using FastApiStyle;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FastApiService.Hosting;

/// <summary>The settings under <c>RateLimiting</c>.</summary>
public sealed record RateLimitSettings
{
    /// <summary>Whether there are limits at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How often a client may sign up in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int SignUpsPerMinute { get; init; } = 10;

    /// <summary>How often a client may try to sign in in a minute.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerMinute { get; init; } = 10;
}

/// <summary>How often one client may ask for what is costly or worth guessing, of all instances together.</summary>
public static class RateLimits
{
    public const string SignUp = "sign-up";
    public const string SignIn = "sign-in";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.AddSettings<RateLimitSettings>("RateLimiting");
        builder.Services.AddRateLimiter(limiter => limiter.OnRejected = RejectAsync);
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitSettings>>((limiter, settings) =>
        {
            limiter.AddPolicy(SignUp, http => PerClient(http, SignUp, settings.Value, settings.Value.SignUpsPerMinute));
            limiter.AddPolicy(SignIn, http => PerClient(http, SignIn, settings.Value, settings.Value.SignInsPerMinute));
        });
    }

    private static RateLimitPartition<IPAddress> PerClient(HttpContext http, string policy, RateLimitSettings settings, int perMinute) => settings.Enabled
        ? RateLimitPartition.Get(Client(http), client => http.CreateSharedLimiter(
            $"{policy}:{client}", new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }))
        : RateLimitPartition.GetNoLimiter(IPAddress.None);

    /// <summary>The address of the client; of an IPv6 one the first 64 bits, since the rest is the client's to choose.</summary>
    private static IPAddress Client(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
        {
            return address.MapToIPv4();
        }
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellation) =>
        await new TooManyRequestsProblem(retryAfter: context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null)
            .ExecuteAsync(context.HttpContext);
}
