using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

/// <summary>Signing in.</summary>
public sealed class LoginFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) =>
        routes.MapPost("/token", LoginAccessToken).WithTags("login").DisableAntiforgery();

    /// <summary>Sign in.</summary>
    private static Results<Ok<Token>, BadRequestProblem> LoginAccessToken([FromForm] Login login) => login.Password == "wrong"
        ? new BadRequestProblem("Incorrect email or password")
        : TypedResults.Ok(new Token($"user:{login.Username}"));
}

/// <summary>Who signs in.</summary>
public sealed record Login(
    string Username, string Password, string? GrantType = null, string Scope = "", string? ClientId = null, string? ClientSecret = null);

public sealed class LoginValidator : AbstractValidator<Login>
{
    public LoginValidator() => RuleFor(login => login.GrantType).Matches("^password$");
}

/// <summary>What proves who someone is.</summary>
public sealed record Token(string AccessToken, string TokenType = "bearer");

public sealed class BadRequestProblem(string detail) : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status400BadRequest);
}
