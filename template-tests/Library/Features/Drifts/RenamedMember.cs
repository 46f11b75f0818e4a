using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A member of an answer that was renamed, and the document still has its old name.</summary>
public sealed class RenamedMemberFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<OldName>());

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/renamed", ReadRenamed).WithTags("renamed");

    /// <summary>Read it.</summary>
    private static Ok<Renamed> ReadRenamed() => TypedResults.Ok(new Renamed("x"));

    private sealed class OldName : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Renamed) && schema is OpenApiSchema { Properties: { } members, Required: { } required }
                && members.Remove("title", out var member))
            {
                members["name"] = member;
                required.Remove("title");
                required.Add("name");
            }
        }
    }
}

/// <summary>What was renamed.</summary>
public sealed record Renamed(string Title);
