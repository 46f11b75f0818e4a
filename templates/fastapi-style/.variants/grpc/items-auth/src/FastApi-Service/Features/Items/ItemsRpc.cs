using FastApiStyle;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;

namespace FastApiService.Features.Items;

/// <summary>Items over gRPC: the same service, the same rules and the same refusals as over HTTP.</summary>
public sealed class ItemsRpc(ItemService items) : Rpc.Items.ItemsBase
{
    [Authorize]
    public override async Task<Rpc.Item> CreateItem(Rpc.CreateItemRequest request, ServerCallContext context)
    {
        var item = await context.ReadAsync<ItemCreate>(request);
        return context.Write<Rpc.Item>(await items.CreateAsync(Guid.CreateVersion7(), item, context.CancellationToken) ?? throw NameTaken());
    }

    public override async Task<Rpc.ListItemsResponse> ListItems(Rpc.ListItemsRequest request, ServerCallContext context)
    {
        var query = await context.ReadAsync<ItemQuery>(request);
        return context.Write<Rpc.ListItemsResponse>(await items.ListAsync(query, context.CancellationToken));
    }

    public override async Task<Rpc.Item> GetItem(Rpc.GetItemRequest request, ServerCallContext context)
    {
        var key = await context.ReadAsync<ItemKey>(request);
        return context.Write<Rpc.Item>(await items.FindAsync(key.Id, context.CancellationToken) ?? throw NoSuchItem());
    }

    [Authorize]
    public override async Task<Rpc.Item> UpdateItem(Rpc.UpdateItemRequest request, ServerCallContext context)
    {
        var (id, item) = await context.ReadAsync<ItemChange>(request);
        var result = await items.UpdateAsync(id, item, context.CancellationToken);
        return result.Outcome switch
        {
            ItemUpdateOutcome.Updated => context.Write<Rpc.Item>(result.Item!),
            ItemUpdateOutcome.NameTaken => throw NameTaken(),
            _ => throw NoSuchItem(),
        };
    }

    [Authorize]
    public override async Task<Empty> DeleteItem(Rpc.DeleteItemRequest request, ServerCallContext context)
    {
        var key = await context.ReadAsync<ItemKey>(request);
        return await items.DeleteAsync(key.Id, context.CancellationToken) ? new Empty() : throw NoSuchItem();
    }

    private static ProblemException NoSuchItem() => new(new NotFoundProblem("There is no such item."));

    private static ProblemException NameTaken() => new(new ConflictProblem("An item of that name exists already."));

    private sealed record ItemKey(Guid Id);

    private sealed record ItemChange(Guid Id, ItemUpdate Item);
}
