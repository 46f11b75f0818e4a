namespace FastApiStyle;

/// <summary>
/// A header, query or cookie parameter of an <see cref="IDependency{TSelf}"/> by which the client says who it is: FastAPI's <c>APIKeyHeader</c>,
/// <c>APIKeyQuery</c>, <c>APIKeyCookie</c>, and its <c>HTTPBasic</c> and <c>HTTPBearer</c> where a scheme is named. In the document it is a security
/// scheme of each operation that reaches the dependency, and no parameter, so that the Authorize button of /docs asks for it; and where the
/// dependency refuses by an <see cref="UnauthorizedProblem"/>, <c>WWW-Authenticate</c> names it.
/// </summary>
/// <remarks>
/// <para>
/// It is optional, since who leaves it out is refused by the dependency, and not by 422. Where one dependency takes several, or the
/// <see cref="System.Security.Claims.ClaimsPrincipal"/> besides, each of them is enough; where several dependencies take one each, all are needed.
/// A dependency that never answers 401 takes it from those who have one. A page of /docs can send no cookie but those that the browser has.
/// </para>
/// <code>
/// public static Resolved&lt;SendingMeter, UnauthorizedProblem&gt; Resolve(
///     MeterStore meters, [SecurityScheme, FromHeader(Name = "X-Meter-Key")] string? key = null) => …
/// </code>
/// </remarks>
/// <param name="http">
/// Null for a key of one's own; or the scheme of a parameter that is the <c>Authorization</c> header (RFC 9110 §11.6.2), such as <c>basic</c>,
/// which is handed over as it was sent.
/// </param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SecuritySchemeAttribute(string? http = null) : Attribute
{
    /// <summary>The scheme of the <c>Authorization</c> header; null for a key of one's own.</summary>
    public string? Http => http;
}
