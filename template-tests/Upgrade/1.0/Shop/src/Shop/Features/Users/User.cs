namespace Shop.Features.Users;

/// <summary>Someone who may sign in.</summary>
public sealed class User
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email { get; init; }

    /// <summary>The address in the form in which no two users share it: letter case does not count.</summary>
    public required string NormalizedEmail { get; init; }
    public required string PasswordHash { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    public static string Normalize(string email) => email.ToUpperInvariant();
}
