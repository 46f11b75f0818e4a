using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A bound that the document has and nothing enforces.</summary>
public sealed class UnenforcedBoundFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<OneToFive>());

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/stars", CreateStars).WithTags("stars");

    /// <summary>Create them.</summary>
    private static Ok<Stars> CreateStars(Stars stars) => TypedResults.Ok(stars);

    private sealed class OneToFive : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Stars) && schema is OpenApiSchema { Properties: { } members } && members["count"] is OpenApiSchema count)
            {
                (count.Minimum, count.Maximum) = ("1", "5");
            }
        }
    }
}

/// <summary>One to five.</summary>
public sealed record Stars(int Count);
