using FastApiStyle;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FastApiService.Features.Items;

/// <summary>Things that are for sale. Anyone may read them; who changes them signs in first.</summary>
public sealed class ItemsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ItemService>();
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddHostedService<ExampleItem>();
        }
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("/items").WithTags("items");
        items.MapPost("/", CreateItem).RequireAuthorization();
        items.MapGet("/", ListItems);
        items.MapGet("/{id}", ReadItem);
        items.MapPatch("/{id}", UpdateItem).RequireAuthorization();
        items.MapDelete("/{id}", DeleteItem).RequireAuthorization();
    }

    /// <summary>Create an item.</summary>
    /// <response code="201">The item was created; <c>Location</c> is its address.</response>
    /// <response code="409">An item of that name exists already.</response>
    private static async Task<Results<Created<ItemRead>, ConflictProblem>> CreateItem(
        ItemCreate item, ItemService items, HttpRequest request, CancellationToken cancellation) =>
        await items.CreateAsync(Guid.CreateVersion7(), item, cancellation) is { } created
            ? TypedResults.Created($"{request.PathBase}{request.Path}".TrimEnd('/') + $"/{created.Id}", created)
            : new ConflictProblem("An item of that name exists already.");

    /// <summary>List items.</summary>
    /// <response code="200">The page of items, and how many there are in all.</response>
    private static async Task<Ok<Page<ItemRead>>> ListItems(
        [AsParameters] ItemQuery query, ItemService items, CancellationToken cancellation) =>
        TypedResults.Ok(await items.ListAsync(query, cancellation));

    /// <summary>Read an item.</summary>
    /// <param name="id">The identity of the item. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="200">The item.</response>
    /// <response code="404">There is no such item.</response>
    private static async Task<Results<Ok<ItemRead>, NotFoundProblem>> ReadItem(
        Guid id, ItemService items, CancellationToken cancellation) =>
        await items.FindAsync(id, cancellation) is { } item
            ? TypedResults.Ok(item)
            : NoSuchItem();

    /// <summary>Change an item.</summary>
    /// <remarks>What is absent stays as it is; <c>null</c> clears the description.</remarks>
    /// <param name="id">The identity of the item. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="200">The item as it stands now.</response>
    /// <response code="404">There is no such item.</response>
    /// <response code="409">An item of that name exists already.</response>
    private static async Task<Results<Ok<ItemRead>, NotFoundProblem, ConflictProblem>> UpdateItem(
        Guid id, ItemUpdate item, ItemService items, CancellationToken cancellation)
    {
        var result = await items.UpdateAsync(id, item, cancellation);
        return result.Outcome switch
        {
            ItemUpdateOutcome.Updated => TypedResults.Ok(result.Item!),
            ItemUpdateOutcome.NameTaken => new ConflictProblem("An item of that name exists already."),
            _ => NoSuchItem(),
        };
    }

    /// <summary>Delete an item.</summary>
    /// <param name="id">The identity of the item. <example>0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f</example></param>
    /// <response code="204">The item is gone.</response>
    /// <response code="404">There is no such item.</response>
    private static async Task<Results<NoContent, NotFoundProblem>> DeleteItem(
        Guid id, ItemService items, CancellationToken cancellation) =>
        await items.DeleteAsync(id, cancellation)
            ? TypedResults.NoContent()
            : NoSuchItem();

    private static NotFoundProblem NoSuchItem() => new("There is no such item.");
}
