using FastApiService.Features.Auth;
using FastApiStyle;
using FastApiService.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FastApiService.Features.Users;

/// <summary>Signing up, and who one is.</summary>
public sealed class UsersFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services
        .AddScoped<UserService>().AddSingleton<Passwords>()
        // What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA512.
        .Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000)
        .TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users").WithTags("users");
        users.MapPost("/", CreateUser).RequireRateLimiting(RateLimits.SignUp);
        users.MapGet("/me", ReadCurrentUser);
    }

    /// <summary>Sign up.</summary>
    /// <response code="201">The user was created and is signed in.</response>
    /// <response code="409">A user with that e-mail address exists already.</response>
    private static async Task<Results<Created<Token>, ConflictProblem>> CreateUser(
        UserCreate user, UserService users, TokenIssuer tokens, HttpContext http, CancellationToken cancellation)
    {
        if (await users.CreateAsync(user, cancellation) is not { } id)
        {
            return new ConflictProblem("A user with that e-mail address exists already.");
        }
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"{http.Request.PathBase}{http.Request.Path}".TrimEnd('/') + "/me", tokens.Issue(id));
    }

    /// <summary>Read the user who is signed in.</summary>
    /// <response code="200">The user.</response>
    private static Ok<UserRead> ReadCurrentUser(CurrentUser user) =>
        TypedResults.Ok(new UserRead(user.Id, user.Email, user.CreatedAt));
}
