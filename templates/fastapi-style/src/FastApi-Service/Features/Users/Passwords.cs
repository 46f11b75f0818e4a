using Microsoft.AspNetCore.Identity;

namespace FastApiService.Features.Users;

/// <summary>Hashes passwords and checks them: as many at once as there are cores, and the others wait without a thread.</summary>
public sealed class Passwords(IPasswordHasher<User> hasher) : IDisposable
{
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);
    private readonly string noOnesHash = hasher.HashPassword(null!, Guid.NewGuid().ToString());

    public Task<string> HashAsync(string password, CancellationToken cancellation) =>
        InTurnAsync(() => hasher.HashPassword(null!, password), cancellation);

    /// <summary>How the password fits the hash; null, for an unknown user, takes just as long and never fits.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellation) =>
        InTurnAsync(() => hasher.VerifyHashedPassword(null!, hash ?? noOnesHash, password), cancellation);

    public void Dispose() => turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await turns.WaitAsync(cancellation);
        try
        {
            // On a thread of its own: those of the pool have other requests to answer.
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            turns.Release();
        }
    }
}
