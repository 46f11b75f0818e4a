using System.Security.Claims;
using System.Threading.Channels;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

public sealed class Users : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton(Channel.CreateUnbounded<string>());

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/token", LoginAccessToken).WithTags("login").DisableAntiforgery();
        routes.MapPost("/users", CreateUser).WithTags("users");
        routes.MapGet("/users/me", ReadUserMe).WithTags("users");
    }

    private static Results<Ok<Token>, BadRequestProblem> LoginAccessToken([AsParameters] Login login) =>
        login.Password == "wrong" ? new BadRequestProblem("Incorrect email or password") : TypedResults.Ok(new Token($"user:{login.Username}"));

    /// <summary>Sign up.</summary>
    private static Created<UserPublic> CreateUser(UserCreate user, BackgroundTasks tasks)
    {
        tasks.Add<Channel<string>>((sent, cancellation) => sent.Writer.WriteAsync(user.Email, cancellation).AsTask());
        return TypedResults.Created("/users/me", new UserPublic(Guid.NewGuid(), user.Email, user.FullName));
    }

    private static Ok<UserPublic> ReadUserMe(CurrentUser user) => TypedResults.Ok(new UserPublic(Guid.Empty, user.Email));
}

public sealed record CurrentUser(string Email) : IDependency<CurrentUser>
{
    public static Resolved<CurrentUser, UnauthorizedProblem, ForbiddenProblem> Resolve(ClaimsPrincipal user) => user.Identity?.Name switch
    {
        null => new UnauthorizedProblem(),
        { } name when name.StartsWith("user:", StringComparison.Ordinal) => new CurrentUser(name["user:".Length..]),
        _ => new ForbiddenProblem("Could not validate credentials"),
    };
}

public sealed record Login(
    [property: FromForm] string Username, [property: FromForm] string Password, [property: FromForm] string? GrantType = null,
    [property: FromForm] string Scope = "", [property: FromForm] string? ClientId = null, [property: FromForm] string? ClientSecret = null);

public sealed record Token(string AccessToken, string TokenType = "bearer");

public sealed record Address(string Street, int Zip);

public sealed record UserCreate(string Email, string Password, string? FullName = null, DateOnly? Born = null)
{
    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

public sealed record UserPublic(Guid Id, string Email, string? FullName = null);

public sealed class LoginRules : AbstractValidator<Login>
{
    public LoginRules() => RuleFor(login => login.GrantType).Matches("^password$");
}

public sealed class UserRules : AbstractValidator<UserCreate>
{
    public UserRules()
    {
        RuleFor(user => user.Email).EmailAddress();
        RuleFor(user => user.Password).Length(8, 40);
        RuleForEach(user => user.Addresses).ChildRules(address => address.RuleFor(each => each.Street).MinimumLength(1));
    }
}
