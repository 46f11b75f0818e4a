using System.Net;
using FluentValidation;

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

internal sealed class ServerSettingsValidator : AbstractValidator<ServerSettings>
{
    public ServerSettingsValidator()
    {
        RuleFor(server => server.PathBase).Must(path => path is null or "" or ['/', .., not '/']).WithMessage("must start with a slash and end without one");
        RuleFor(server => server.MaxBodyBytes).GreaterThan(0);
        RuleForEach(server => server.TrustedProxies)
            .Must(proxy => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _))
            .WithMessage("must be an IP address, or a network of them such as 10.0.0.0/8");
        RuleForEach(server => server.CorsOrigins)
            .Must(origin => origin == "*" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin))
            .WithMessage("must be an origin such as https://example.com, or *");
        RuleFor(server => server.CorsCredentials).NotEqual(true).When(server => server.CorsOrigins.Contains("*"))
            .WithMessage("must be false where CorsOrigins is *: name the origins that you trust");
    }
}
