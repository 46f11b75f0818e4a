using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A rule that the document does not have.</summary>
public sealed class HiddenRuleFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<WithoutLength>());

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/hidden", CreateHidden).WithTags("hidden");

    /// <summary>Create it.</summary>
    private static Ok<Hidden> CreateHidden(Hidden hidden) => TypedResults.Ok(hidden);

    private sealed class WithoutLength : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Hidden) && schema is OpenApiSchema { Properties: { } members })
            {
                ((OpenApiSchema)members["text"]).MaxLength = null;
            }
        }
    }
}

/// <summary>What has a rule.</summary>
public sealed record Hidden(string Text);

public sealed class HiddenValidator : AbstractValidator<Hidden>
{
    // Shorter than the usual text: found in the few calls, too, that a busy machine has the time for.
    public HiddenValidator() => RuleFor(hidden => hidden.Text).MaximumLength(4);
}
