using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>Two operations with the same fault, and with the same name.</summary>
public sealed class SameFaultFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.DocumentFilter<SameName>());

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/left", ReadLeft).WithTags("twins");
        routes.MapGet("/right", ReadRight).WithTags("twins");
    }

    /// <summary>Read the left one.</summary>
    private static Results<Ok<int>, StatusCodeHttpResult> ReadLeft() => TypedResults.StatusCode(StatusCodes.Status418ImATeapot);

    /// <summary>Read the right one.</summary>
    private static Results<Ok<int>, StatusCodeHttpResult> ReadRight() => TypedResults.StatusCode(StatusCodes.Status418ImATeapot);

    private sealed class SameName : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            foreach (var path in new[] { "/left", "/right" })
            {
                swaggerDoc.Paths[path].Operations![HttpMethod.Get].OperationId = "readTwin";
            }
        }
    }
}
