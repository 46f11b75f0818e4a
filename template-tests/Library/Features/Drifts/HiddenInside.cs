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

/// <summary>A rule that the document does not have, of what is held by a body that has further rules.</summary>
public sealed class HiddenInsideFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.SchemaFilter<WithoutLength>());

    public static void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/nests", CreateNest).WithTags("hidden").MayAnswer<InvalidInputProblem>();

    /// <summary>Create it.</summary>
    private static Ok<Nest> CreateNest(Nest nest) => nest.Eggs.Any(egg => egg.Owner == "cuckoo")
        ? throw new ProblemException(InvalidInputProblem.Of<Nest>(each => each.Eggs[0].Owner, "is none of ours"))
        : TypedResults.Ok(nest);

    private sealed class WithoutLength : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.Type == typeof(Egg) && schema is OpenApiSchema { Properties: { } members })
            {
                ((OpenApiSchema)members["owner"]).MaxLength = null;
            }
        }
    }
}

/// <summary>What holds something.</summary>
public sealed record Nest(IReadOnlyList<Egg> Eggs);

/// <summary>What has a rule.</summary>
public sealed record Egg(string Owner);

public sealed class EggValidator : AbstractValidator<Egg>
{
    // Shorter than the usual text, as that of Hidden.
    public EggValidator() => RuleFor(egg => egg.Owner).MaximumLength(4);
}

public sealed class NestValidator : AbstractValidator<Nest>
{
    public NestValidator() => RuleForEach(nest => nest.Eggs).SetValidator(new EggValidator());
}
