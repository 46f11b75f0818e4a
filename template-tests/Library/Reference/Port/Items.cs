using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

public sealed class Items : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<ConcurrentDictionary<Guid, ItemRead>>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("").WithTags("items");
        items.MapGet("/items", ReadItems);
        items.MapPost("/items", CreateItem).RequireDependency<CurrentUser>();
        items.MapGet("/items/{id}", ReadItem).MayAnswer<NotFoundProblem>("X-Error");
        items.MapPatch("/items/{id}", UpdateItem).RequireDependency<CurrentUser>();
        items.MapGet("/numbers/{n}", ReadNumber);
    }

    private static Ok<Page> ReadItems([AsParameters] ItemQuery query, ConcurrentDictionary<Guid, ItemRead> items)
    {
        ItemRead[] found = [.. items.Values.Where(item => query.Status is null || item.Status == query.Status).OrderBy(item => item.Id)];
        return TypedResults.Ok(new Page([.. found.Skip(query.Skip).Take(query.Limit)], found.Length));
    }

    private static Created<ItemRead> CreateItem(ItemCreate item, ConcurrentDictionary<Guid, ItemRead> items)
    {
        var made = item.As(Guid.CreateVersion7());
        items[made.Id] = made;
        return TypedResults.Created($"/items/{made.Id}", made);
    }

    private static Results<Ok<ItemRead>, NotFoundProblem> ReadItem(
        Guid id, ConcurrentDictionary<Guid, ItemRead> items, [FromHeader] string? xTrace = null, [FromCookie("session")] string? session = null) =>
        items.TryGetValue(id, out var item) ? TypedResults.Ok(item) : new NotFoundProblem("Item not found") { Headers = { ["X-Error"] = "there is none" } };

    private static Results<Ok<ItemRead>, NotFoundProblem> UpdateItem(Guid id, ItemCreate item, ConcurrentDictionary<Guid, ItemRead> items) =>
        items.ContainsKey(id) ? TypedResults.Ok(items[id] = item.As(id)) : new NotFoundProblem("Item not found");

    private static Ok<double> ReadNumber([AsParameters] Product product) => TypedResults.Ok(product.N * product.Factor);
}
