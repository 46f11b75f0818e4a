using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Keyed;

/// <summary>A route for those who have a key.</summary>
public sealed class KeyedFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.AddAuthentication(nameof(KeyHolders)).AddScheme<AuthenticationSchemeOptions, KeyHolders>(nameof(KeyHolders), null);

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/keyed", ReadKeyed).WithTags("keyed").RequireAuthorization();

    /// <summary>Read what is locked.</summary>
    private static Ok<int> ReadKeyed() => TypedResults.Ok(1);
}
