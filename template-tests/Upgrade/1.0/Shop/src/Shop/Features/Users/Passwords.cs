using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Shop.Features.Users;

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
