using System.Net;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Hosting;

/// <summary>The settings under <c>Server</c>.</summary>
internal sealed record ServerSettings
{
    /// <summary>The path under which a proxy that does not strip it serves this service, such as <c>/shop</c>.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>How many bytes a request body may have.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The addresses of proxies whose X-Forwarded-* headers are believed, or networks of them, such as <c>10.0.0.0/8</c>.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The origins whose pages may call this service; <c>*</c> is any.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Whether these pages may send cookies and the like.</summary>
    public bool CorsCredentials { get; init; }

    /// <summary>Whether the service stops as soon as it has started, without serving.</summary>
    public bool StopAfterStart { get; init; }
}

/// <summary>
/// Each start asks this. FluentValidation would say the same, but takes longer to wake than the settings take to read.
/// </summary>
internal sealed class ServerSettingsCheck : IValidateOptions<ServerSettings>
{
    public ValidateOptionsResult Validate(string? name, ServerSettings options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ServerSettings server)
    {
        if (server.PathBase is not (null or "" or ['/', .., not '/']))
        {
            yield return Wrong(nameof(server.PathBase), "must start with a slash and end without one");
        }
        if (server.MaxBodyBytes <= 0)
        {
            yield return Wrong(nameof(server.MaxBodyBytes), "must be greater than '0'");
        }
        for (var i = 0; i < server.TrustedProxies.Count; i++)
        {
            if (!IPAddress.TryParse(server.TrustedProxies[i], out _) && !IPNetwork.TryParse(server.TrustedProxies[i], out _))
            {
                yield return Wrong($"{nameof(server.TrustedProxies)}:{i}", "must be an IP address, or a network of them such as 10.0.0.0/8");
            }
        }
        for (var i = 0; i < server.CorsOrigins.Count; i++)
        {
            if (!IsOrigin(server.CorsOrigins[i]))
            {
                yield return Wrong($"{nameof(server.CorsOrigins)}:{i}", "must be an origin such as https://example.com, or *");
            }
        }
        if (server.CorsCredentials && server.CorsOrigins.Contains("*"))
        {
            yield return Wrong(nameof(server.CorsCredentials), "must be false where CorsOrigins is *: name the origins that you trust");
        }
    }

    private static bool IsOrigin(string origin) =>
        origin == "*" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin);

    private static string Wrong(string setting, string rule) => $"The setting Server:{setting} is wrong: {rule}.";
}
