using FluentValidation;

namespace FastApiService.Features.Users;

/// <summary>Someone who signs up.</summary>
/// <param name="Email">The e-mail address, which is also the name to sign in with. Letter case does not count. <example>ada@example.com</example></param>
/// <param name="Password">The secret to sign in with. <example>correct horse battery</example></param>
public sealed record UserCreate(string Email, string Password);

public sealed class UserCreateValidator : AbstractValidator<UserCreate>
{
    public UserCreateValidator()
    {
        RuleFor(user => user.Email).EmailAddress().MaximumLength(254);
        RuleFor(user => user.Password).Length(8, 128);
    }
}

/// <summary>A user as others may see them.</summary>
/// <param name="Id">Their identity.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="CreatedAt">When they signed up.</param>
public sealed record UserRead(Guid Id, string Email, DateTimeOffset CreatedAt);
