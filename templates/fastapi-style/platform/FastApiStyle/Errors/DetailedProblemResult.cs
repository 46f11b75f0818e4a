using FastApiStyle.Errors;

namespace FastApiStyle;

/// <summary>
/// A problem that tells a program more than a sentence. Where errors are those of FastAPI, <c>detail</c> is what it tells, as that of
/// <c>HTTPException(detail={…})</c>; where they are problem details, its members stand beside the sentence (RFC 9457 §3.2).
/// </summary>
/// <remarks>
/// The document has its schema in either format:
/// <code>
/// public sealed record Stock(int Left);
///
/// public sealed class SoldOutProblem(Stock stock) : ProblemResult&lt;Stock&gt;(StatusCodes.Status409Conflict, "It is sold out.", stock), IEndpointMetadataProvider
/// {
///     public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status409Conflict);
/// }
/// </code>
/// A member that a problem has already, such as <c>status</c>, stops the start.
/// </remarks>
/// <typeparam name="TDetail">What it tells: a record.</typeparam>
/// <param name="status">The status of the answer, 400 to 599.</param>
/// <param name="sentence">What went wrong with this request, for people. FastAPI's format has no place for it.</param>
/// <param name="detail">What it tells a program.</param>
public abstract class ProblemResult<TDetail>(int status, string sentence, TDetail detail) : ProblemResult(status, sentence)
    where TDetail : class
{
    /// <summary>Documents that a route can answer with an error that tells this.</summary>
    /// <param name="route">The route, as <see cref="Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider"/> is given it.</param>
    /// <param name="status">The status of the answer.</param>
    /// <exception cref="StartupException">Problem details have a member of that name already, or it has none.</exception>
    protected static new void Document(EndpointBuilder route, int status) =>
        ErrorWriter.Of(route.ApplicationServices).Document(route, status, typeof(TDetail));

    private protected override Task WriteAsync(ErrorWriter errors, HttpContext http) =>
        errors.WriteAsync(http, Status, Detail, detail);
}
