using System.Reflection;
using System.Text.Json.Serialization;
using FastApiService.Platform.Errors;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace FastApiService.Features.Auth;

/// <summary>The OAuth 2.0 password form (RFC 6749 §4.3.2).</summary>
/// <param name="Username">The e-mail address.</param>
/// <param name="Password">The password.</param>
/// <param name="GrantType"><c>password</c>; may be left out.</param>
/// <param name="Scope">Accepted and ignored: this service knows no scopes.</param>
public sealed record PasswordGrant(
    [property: FromForm(Name = "username")] string Username,
    [property: FromForm(Name = "password")] string Password,
    [property: FromForm(Name = "grant_type")] string? GrantType = null,
    [property: FromForm(Name = "scope")] string? Scope = null);

public sealed class PasswordGrantValidator : AbstractValidator<PasswordGrant>
{
    public PasswordGrantValidator()
    {
        RuleFor(form => form.Username).Length(1, 254);
        RuleFor(form => form.Password).Length(1, 128);
    }
}

/// <summary>Proof of who one is (RFC 6749 §5.1), sent as <c>Authorization: Bearer …</c>.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="TokenType"><c>bearer</c></param>
/// <param name="ExpiresIn">For how many seconds it is valid.</param>
public sealed record Token(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>400: a token was refused, with the members of RFC 6749 §5.2 beside those of every problem.</summary>
public sealed class OAuthProblem(string error, string detail)
    : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Document(builder, StatusCodes.Status400BadRequest, typeof(OAuthProblemBody));

    protected override Problem CreateBody(HttpContext http)
    {
        var problem = base.CreateBody(http);
        return new OAuthProblemBody(
            problem.Type, problem.Title, problem.Status, problem.Detail, problem.Instance, problem.TraceId, error, problem.Detail);
    }
}

/// <summary>Why a token was refused.</summary>
/// <param name="Error">The code of RFC 6749 §5.2.</param>
/// <param name="ErrorDescription">The same as <c>detail</c>, under the name that OAuth clients read.</param>
public sealed record OAuthProblemBody(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: JsonPropertyName("error"), JsonPropertyOrder(1)] string Error,
    [property: JsonPropertyName("error_description"), JsonPropertyOrder(1)] string ErrorDescription)
    : Problem(Type, Title, Status, Detail, Instance, TraceId);
