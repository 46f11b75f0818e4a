using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiService.Platform.Errors;

/// <summary>400: no token was issued, with the members of RFC 6749 §5.2 beside those of every problem.</summary>
public sealed class OAuthProblem(string error, string detail)
    : ProblemResult(StatusCodes.Status400BadRequest, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status400BadRequest, typeof(OAuthProblemBody));

    protected override Problem CreateBody(HttpContext http)
    {
        var problem = base.CreateBody(http);
        return new OAuthProblemBody(
            problem.Type, problem.Title, problem.Status, problem.Detail, problem.Instance, problem.TraceId, error, problem.Detail);
    }
}

/// <summary>Why no token was issued.</summary>
/// <param name="Error">The code of RFC 6749 §5.2.</param>
/// <param name="ErrorDescription">The same as <c>detail</c>, under the name that OAuth clients read.</param>
public sealed record OAuthProblemBody(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: JsonPropertyName("error"), JsonPropertyOrder(1)] string Error,
    [property: JsonPropertyName("error_description"), JsonPropertyOrder(1)] string ErrorDescription)
    : Problem(Type, Title, Status, Detail, Instance, TraceId);
