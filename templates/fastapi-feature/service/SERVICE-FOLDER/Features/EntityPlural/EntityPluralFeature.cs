using FastApiStyle;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>Entities-Words. Anyone may read them; who changes them signs in first.</summary>
public sealed class EntityPluralFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<EntityNameService>();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<ExampleEntityName>();
        }
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/entity-plural").WithTags("entity-plural");
        group.MapPost("/", CreateEntityName).RequireAuthorization();
        group.MapGet("/", ListEntityPlural);
        group.MapGet("/{id}", ReadEntityName);
        group.MapPatch("/{id}", UpdateEntityName).RequireAuthorization();
        group.MapDelete("/{id}", DeleteEntityName).RequireAuthorization();
    }

    /// <summary>Create an-entity.</summary>
    /// <response code="201">The entity-words was created; <c>Location</c> is its address.</response>
    /// <response code="409">An-Entity of that name exists already.</response>
    private static async Task<Results<Created<EntityNameRead>, ConflictProblem>> CreateEntityName(
        EntityNameCreate entityName, EntityNameService service, HttpRequest request, CancellationToken cancellation) =>
        await service.CreateAsync(Guid.CreateVersion7(), entityName, cancellation) is { } created
            ? TypedResults.Created($"{request.PathBase}{request.Path}".TrimEnd('/') + $"/{created.Id}", created)
            : new ConflictProblem("An-Entity of that name exists already.");

    /// <summary>List entities-words.</summary>
    /// <response code="200">The page of entities-words, and how many there are in all.</response>
    private static async Task<Ok<Page<EntityNameRead>>> ListEntityPlural(
        [AsParameters] EntityNameQuery query, EntityNameService service, CancellationToken cancellation) =>
        TypedResults.Ok(await service.ListAsync(query, cancellation));

    /// <summary>Read an-entity.</summary>
    /// <param name="id">The identity of the entity-words. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="200">The entity-words.</response>
    /// <response code="404">There is no such entity-words.</response>
    private static async Task<Results<Ok<EntityNameRead>, NotFoundProblem>> ReadEntityName(
        Guid id, EntityNameService service, CancellationToken cancellation) =>
        await service.FindAsync(id, cancellation) is { } found
            ? TypedResults.Ok(found)
            : NoSuchEntityName();

    /// <summary>Change an-entity.</summary>
    /// <remarks>What is absent stays as it is; <c>null</c> clears the description.</remarks>
    /// <param name="id">The identity of the entity-words. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="200">The entity-words as it stands now.</response>
    /// <response code="404">There is no such entity-words.</response>
    /// <response code="409">An-Entity of that name exists already.</response>
    private static async Task<Results<Ok<EntityNameRead>, NotFoundProblem, ConflictProblem>> UpdateEntityName(
        Guid id, EntityNameUpdate entityName, EntityNameService service, CancellationToken cancellation)
    {
        var result = await service.UpdateAsync(id, entityName, cancellation);
        return result.Outcome switch
        {
            EntityNameUpdateOutcome.Updated => TypedResults.Ok(result.EntityName!),
            EntityNameUpdateOutcome.NameTaken => new ConflictProblem("An-Entity of that name exists already."),
            _ => NoSuchEntityName(),
        };
    }

    /// <summary>Delete an-entity.</summary>
    /// <param name="id">The identity of the entity-words. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="204">The entity-words is gone.</response>
    /// <response code="404">There is no such entity-words.</response>
    private static async Task<Results<NoContent, NotFoundProblem>> DeleteEntityName(
        Guid id, EntityNameService service, CancellationToken cancellation) =>
        await service.DeleteAsync(id, cancellation)
            ? TypedResults.NoContent()
            : NoSuchEntityName();

    private static NotFoundProblem NoSuchEntityName() => new("There is no such entity-words.");
}
