using FastApiService.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FastApiService.Features.Users;

/// <summary>What can be done with users.</summary>
public sealed class UserService(AppDbContext database, Passwords passwords, TimeProvider clock)
{
    /// <returns>The identity of the new user, or null where the address is taken.</returns>
    public async Task<Guid?> CreateAsync(UserCreate create, CancellationToken cancellation)
    {
        var user = new User
        {
            Email = create.Email,
            NormalizedEmail = User.Normalize(create.Email),
            PasswordHash = passwords.Hash(create.Password),
            CreatedAt = clock.GetUtcNow(),
        };
        database.Set<User>().Add(user);
        return await database.TrySaveUniqueAsync(cancellation) ? user.Id : null;
    }

    /// <returns>The identity of the user whom the password proves, or null.</returns>
    public async Task<Guid?> SignInAsync(string email, string password, CancellationToken cancellation)
    {
        var normalized = User.Normalize(email);
        var user = await database.Set<User>().FirstOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellation);
        if (!passwords.Verify(user?.PasswordHash, password, out var outdated))
        {
            return null;
        }
        if (outdated)
        {
            user!.PasswordHash = passwords.Hash(password);
            await database.SaveChangesAsync(cancellation);
        }
        return user!.Id;
    }

    /// <returns>The user, or null where there is none.</returns>
    public Task<UserRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        database.Set<User>().Where(user => user.Id == id)
            .Select(user => new UserRead(user.Id, user.Email, user.CreatedAt))
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>Hashes passwords and checks them.</summary>
public sealed class Passwords
{
    // What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA512.
    private const int Iterations = 210_000;

    private readonly PasswordHasher<User> hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private readonly string noOnesHash;

    public Passwords() => noOnesHash = Hash(Guid.NewGuid().ToString());

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Whether the password fits the hash.</summary>
    /// <param name="hash">The hash, or null for an unknown user, which takes just as long and never fits.</param>
    /// <param name="password">The password.</param>
    /// <param name="outdated">True where the hash was made with fewer iterations than now.</param>
    public bool Verify(string? hash, string password, out bool outdated)
    {
        var result = hasher.VerifyHashedPassword(null!, hash ?? noOnesHash, password);
        outdated = result == PasswordVerificationResult.SuccessRehashNeeded;
        return hash is not null && result != PasswordVerificationResult.Failed;
    }
}
