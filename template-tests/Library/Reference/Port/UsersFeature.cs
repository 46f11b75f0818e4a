using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

/// <summary>Users.</summary>
public sealed class UsersFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users").WithTags("users");
        users.MapPost("", CreateUser);
        users.MapGet("/me", ReadUserMe).RequireAuthorization("user");
    }

    /// <summary>Sign up.</summary>
    private static Created<UserPublic> CreateUser(UserCreate user) =>
        TypedResults.Created("/users/me", new UserPublic(Guid.NewGuid(), user.Email, user.FullName));

    /// <summary>Say who asks.</summary>
    private static Ok<UserPublic> ReadUserMe(ClaimsPrincipal user) => TypedResults.Ok(new UserPublic(Guid.Empty, user.Identity!.Name!["user:".Length..]));
}

/// <summary>A new user.</summary>
public sealed record UserCreate(string Email, string Password, string? FullName = null, DateOnly? Born = null)
{
    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

/// <summary>Where someone lives.</summary>
public sealed record Address(string Street, int Zip);

/// <summary>A user, as everyone may see them.</summary>
public sealed record UserPublic(Guid Id, string Email, string? FullName = null);

public sealed class UserCreateValidator : AbstractValidator<UserCreate>
{
    public UserCreateValidator()
    {
        RuleFor(user => user.Email).EmailAddress();
        RuleFor(user => user.Password).Length(8, 40);
    }
}

public sealed class AddressValidator : AbstractValidator<Address>
{
    public AddressValidator() => RuleFor(address => address.Street).MinimumLength(1);
}
