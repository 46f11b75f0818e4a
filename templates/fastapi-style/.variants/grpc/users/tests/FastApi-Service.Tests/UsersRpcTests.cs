using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using UsersClient = FastApiService.Features.Users.Rpc.Users.UsersClient;

namespace FastApiService.Tests;

public sealed class UsersRpcTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_signed_in_is_the_same_over_both_protocols()
    {
        var client = await service.ClientAsync();
        using var channel = service.RpcAs(client);

        var user = await new UsersClient(channel).GetCurrentUserAsync(new Empty(), cancellationToken: Cancellation);
        var same = await (await client.GetAsync("/users/me", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal((same.GetProperty("id").GetString(), same.GetProperty("email").GetString()), (user.Id, user.Email));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer forged")]
    public async Task Who_has_no_token_is_nobody(string? token)
    {
        using var channel = service.RpcAs(service.CreateClient());
        var headers = token is null ? [] : new Metadata { { "authorization", token } };

        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
            await new UsersClient(channel).GetCurrentUserAsync(new Empty(), headers, cancellationToken: Cancellation));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }
}
