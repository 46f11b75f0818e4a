using FastApiStyle.Errors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Hosting;

/// <summary>
/// Lets pages of other origins read the headers that answers of the service document. The wildcard would not do: where cookies
/// are sent, browsers take it for a name (Fetch §3.3.3).
/// </summary>
internal sealed class ExposedHeaders(IOptions<CorsOptions> options, EndpointDataSource routes) : ICorsPolicyProvider
{
    private static readonly string[] OfLibrary = ["Content-Disposition", "ETag", "Location", "Retry-After", "WWW-Authenticate"];

    // Routes are known when the first request comes.
    private CorsPolicy? policy;

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) => Task.FromResult(
        policyName is not null ? options.Value.GetPolicy(policyName)
        : policy ??= options.Value.GetPolicy(options.Value.DefaultPolicyName) is { } given ? WithHeaders(given) : null);

    private CorsPolicy WithHeaders(CorsPolicy given) => new CorsPolicyBuilder(given)
        .WithExposedHeaders([.. OfLibrary.Concat(routes.Endpoints.SelectMany(route => route.Metadata.GetOrderedMetadata<ProblemHeaders>()).SelectMany(headers => headers.Names))
            .Except(given.ExposedHeaders, StringComparer.OrdinalIgnoreCase)])
        .Build();
}
