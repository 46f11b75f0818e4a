using FastApiService.Features.Items.Rpc;
using Grpc.Core;
using ItemsClient = FastApiService.Features.Items.Rpc.Items.ItemsClient;

namespace FastApiService.Tests;

public sealed class ItemsRpcAuthTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    [Fact]
    public async Task Who_changes_items_signs_in_first()
    {
        using var channel = service.RpcAs(service.CreateClient());
        var items = new ItemsClient(channel);
        var cancellation = TestContext.Current.CancellationToken;

        await RefusedAsync(async () => await items.CreateItemAsync(new CreateItemRequest(), cancellationToken: cancellation));
        await RefusedAsync(async () => await items.UpdateItemAsync(new UpdateItemRequest(), cancellationToken: cancellation));
        await RefusedAsync(async () => await items.DeleteItemAsync(new DeleteItemRequest(), cancellationToken: cancellation));
    }

    private static async Task RefusedAsync(Func<Task> call) =>
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
}
