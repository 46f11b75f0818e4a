using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

/// <summary>Items that are for sale.</summary>
public sealed class ItemsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<ConcurrentDictionary<Guid, ItemRead>>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("/items").WithTags("items");
        items.MapGet("", ReadItems);
        items.MapPost("", CreateItem).RequireAuthorization("user");
        items.MapGet("/{id}", ReadItem);
        items.MapPatch("/{id}", UpdateItem).RequireAuthorization("user");
        routes.MapGet("/numbers/{n}", ReadNumber).WithTags("items");
    }

    /// <summary>List items.</summary>
    private static Ok<Page> ReadItems([AsParameters] ItemQuery query, ConcurrentDictionary<Guid, ItemRead> items)
    {
        ItemRead[] found = [.. items.Values.Where(item => query.Status is null || item.Status == query.Status).OrderBy(item => item.Id)];
        return TypedResults.Ok(new Page([.. found.Skip(query.Skip).Take(query.Limit)], found.Length));
    }

    /// <summary>Create an item.</summary>
    private static Created<ItemRead> CreateItem(ItemCreate item, ConcurrentDictionary<Guid, ItemRead> items)
    {
        var made = item.As(Guid.CreateVersion7());
        items[made.Id] = made;
        return TypedResults.Created($"/items/{made.Id}", made);
    }

    /// <summary>Read an item.</summary>
    private static Results<Ok<ItemRead>, NotFoundProblem> ReadItem(
        Guid id, HttpResponse response, ConcurrentDictionary<Guid, ItemRead> items, [FromHeader] string? xTrace = null)
    {
        if (items.TryGetValue(id, out var item))
        {
            return TypedResults.Ok(item);
        }
        response.Headers["X-Error"] = "there is none";
        return new NotFoundProblem("Item not found");
    }

    /// <summary>Change an item.</summary>
    private static Results<Ok<ItemRead>, NotFoundProblem> UpdateItem(Guid id, ItemCreate item, ConcurrentDictionary<Guid, ItemRead> items) =>
        items.ContainsKey(id) ? TypedResults.Ok(items[id] = item.As(id)) : new NotFoundProblem("Item not found");

    /// <summary>Multiply a number.</summary>
    private static Ok<double> ReadNumber([AsParameters] Product product) => TypedResults.Ok(product.N * product.Factor);
}
