using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A member that the document requires and the service does without.</summary>
public sealed class UnrequiredMemberFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<RequiresNote>());

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/notes", CreateNote).WithTags("notes");

    /// <summary>Create it.</summary>
    private static NoContent CreateNote(Note note) => note.Text is null ? TypedResults.NoContent() : TypedResults.NoContent();

    private sealed class RequiresNote : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Note) && schema is OpenApiSchema note)
            {
                (note.Required ??= new HashSet<string>()).Add("text");
            }
        }
    }
}

/// <summary>What may be left out.</summary>
public sealed record Note(string? Text = null);
