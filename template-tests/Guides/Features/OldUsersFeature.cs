using FastApiStyle;
using Microsoft.EntityFrameworkCore;
using Shop.Data;
using Shop.Features.Users;

namespace Shop.Features.OldUsers;

/// <summary>What the test does to the table of users, and sees of it.</summary>
public sealed class OldUsersFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/old-users").WithTags("old users");
        users.MapPost("/", Copy);
        users.MapGet("/{email}", ReadHash);
    }

    private static async Task<Guid> Copy(OldUser old, AppDbContext database, CancellationToken cancellation)
    {
        var user = new User { Email = old.Email, NormalizedEmail = User.Normalize(old.Email), PasswordHash = old.Hash };
        database.Set<User>().Add(user);
        await database.SaveChangesAsync(cancellation);
        return user.Id;
    }

    private static Task<string> ReadHash(string email, AppDbContext database, CancellationToken cancellation) =>
        database.Set<User>().Where(user => user.Email == email).Select(user => user.PasswordHash).SingleAsync(cancellation);
}

public sealed record OldUser(string Email, string Hash);
