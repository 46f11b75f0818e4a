using FastApiService.Data;
using Microsoft.AspNetCore.Identity;

namespace FastApiService.Features.Users;

/// <summary>What can be done with users.</summary>
public sealed class UserService(Table<User> users, Passwords passwords, TimeProvider clock)
{
    /// <returns>The identity of the new user, or null where the address is taken.</returns>
    public async Task<Guid?> CreateAsync(UserCreate create, CancellationToken cancellation)
    {
        var user = new User
        {
            Email = create.Email,
            NormalizedEmail = User.Normalize(create.Email),
            PasswordHash = await passwords.HashAsync(create.Password, cancellation),
            CreatedAt = clock.GetUtcNow(),
        };
        return users.Use(all =>
            all.Values.All(other => other.NormalizedEmail != user.NormalizedEmail) && all.TryAdd(user.Id, user) ? user.Id : (Guid?)null);
    }

    /// <returns>The identity of the user whom the password proves, or null.</returns>
    public async Task<Guid?> SignInAsync(string email, string password, CancellationToken cancellation)
    {
        var normalized = User.Normalize(email);
        var (id, hash) = users.Use(all => all.Values.Where(user => user.NormalizedEmail == normalized)
            .Select(user => ((Guid?)user.Id, (string?)user.PasswordHash))
            .FirstOrDefault());
        return await passwords.VerifyAsync(hash, password, cancellation) == PasswordVerificationResult.Failed ? null : id;
    }

    /// <returns>The user, or null where there is none.</returns>
    public Task<UserRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(users.Use(all => all.TryGetValue(id, out var user) ? new UserRead(user.Id, user.Email, user.CreatedAt) : null));
}
