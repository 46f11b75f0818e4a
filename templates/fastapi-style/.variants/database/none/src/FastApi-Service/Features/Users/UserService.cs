using FastApiService.Data;

namespace FastApiService.Features.Users;

/// <summary>What can be done with users.</summary>
public sealed class UserService(Table<User> users, Passwords passwords, TimeProvider clock)
{
    /// <returns>The identity of the new user, or null where the address is taken.</returns>
    public Task<Guid?> CreateAsync(UserCreate create, CancellationToken cancellation)
    {
        var user = new User
        {
            Email = create.Email,
            NormalizedEmail = User.Normalize(create.Email),
            PasswordHash = passwords.Hash(create.Password),
            CreatedAt = clock.GetUtcNow(),
        };
        return Task.FromResult(users.Use(all =>
            all.Values.All(other => other.NormalizedEmail != user.NormalizedEmail) && all.TryAdd(user.Id, user) ? user.Id : (Guid?)null));
    }

    /// <returns>The identity of the user whom the password proves, or null.</returns>
    public Task<Guid?> SignInAsync(string email, string password, CancellationToken cancellation)
    {
        var normalized = User.Normalize(email);
        var (id, hash) = users.Use(all => all.Values.Where(user => user.NormalizedEmail == normalized)
            .Select(user => ((Guid?)user.Id, (string?)user.PasswordHash))
            .FirstOrDefault());
        return Task.FromResult(passwords.Verify(hash, password, out _) ? id : null);
    }

    /// <returns>The user, or null where there is none.</returns>
    public Task<UserRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult(users.Use(all => all.TryGetValue(id, out var user) ? new UserRead(user.Id, user.Email, user.CreatedAt) : null));
}
