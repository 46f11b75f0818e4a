using FastApiService.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

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
            PasswordHash = await passwords.HashAsync(create.Password, cancellation),
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
        var result = await passwords.VerifyAsync(user?.PasswordHash, password, cancellation);
        if (user is not null && result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.PasswordHash = await passwords.HashAsync(password, cancellation);
            await database.SaveChangesAsync(cancellation);
        }
        return result == PasswordVerificationResult.Failed ? null : user?.Id;
    }

    /// <returns>The user, or null where there is none.</returns>
    public Task<UserRead?> FindAsync(Guid id, CancellationToken cancellation) =>
        database.Set<User>().Where(user => user.Id == id)
            .Select(user => new UserRead(user.Id, user.Email, user.CreatedAt))
            .FirstOrDefaultAsync(cancellation);
}
