using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Shop.Platform;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Shop.Features.UnrequiredMember;

/// <summary>A member that the document requires and the service does without.</summary>
public sealed class UnrequiredMemberFeature : IFeature
{
    public static void AddServices(IServiceCollection services) =>
        services.ConfigureSwaggerGen(options => options.SchemaFilter<RequiresNote>());

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
