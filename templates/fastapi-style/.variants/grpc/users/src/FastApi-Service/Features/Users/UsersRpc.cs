using FastApiService.Features.Auth;
using FastApiStyle;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace FastApiService.Features.Users;

/// <summary>Who one is, over gRPC: what it asks for in its constructor, each of its methods needs.</summary>
public sealed class UsersRpc(CurrentUser user) : Rpc.Users.UsersBase
{
    public override Task<Rpc.User> GetCurrentUser(Empty request, ServerCallContext context) =>
        Task.FromResult(context.Write<Rpc.User>(new UserRead(user.Id, user.Email, user.CreatedAt)));
}
