using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiService.Platform.Errors;

/// <summary>400: a token was refused, with the members of RFC 6749 §5.2 beside FastAPI's.</summary>
public sealed class OAuthProblem(string error, string detail)
    : ProblemResult(StatusCodes.Status400BadRequest, new OAuthError(detail, error, detail)), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Problem.Document(builder, StatusCodes.Status400BadRequest, typeof(OAuthError));
}

/// <summary>Why a token was refused.</summary>
/// <param name="Detail">What went wrong with this request.</param>
/// <param name="Error">The code of RFC 6749 §5.2.</param>
/// <param name="ErrorDescription">The same as <c>detail</c>, under the name that OAuth clients read.</param>
public sealed record OAuthError(
    string Detail,
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription);
