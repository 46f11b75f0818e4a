using System.Reflection;
using FastApiStyle.Dependencies;

namespace FastApiStyle;

/// <summary>
/// What a handler asks for by a parameter of this type, and what is made from the request, or refuses it: FastAPI's <c>Depends</c>.
/// It has one public static method, by convention as <c>BindAsync</c> is: <c>ResolveAsync</c>, or <c>Resolve</c> where nothing waits,
/// which returns the dependency, or a <c>Resolved&lt;…&gt;</c> of it and of the problems with which it may refuse.
/// </summary>
/// <remarks>
/// <para>
/// Its parameters are bound as those of a handler are: services, other dependencies, the user, headers, queries, cookies, parts of the
/// path, [AsParameters] records. They, and its refusals with the words of its <c>&lt;response&gt;</c> comments, stand in the document
/// of each operation that reaches it.
/// </para>
/// <para>
/// It is resolved once in a request, before anything is validated. What is IDisposable or IAsyncDisposable is disposed of after the
/// answer. Services of a request may ask for it in their constructors. A test replaces it as any service: from then on nothing
/// resolves it, so that it refuses nothing and asks for nothing.
/// </para>
/// <code>
/// public sealed record CurrentUser(Guid Id, string Email) : IDependency&lt;CurrentUser&gt;
/// {
///     /// &lt;response code="401"&gt;Nobody is signed in.&lt;/response&gt;
///     public static async ValueTask&lt;Resolved&lt;CurrentUser, UnauthorizedProblem&gt;&gt; ResolveAsync(
///         ClaimsPrincipal user, UserService users, CancellationToken cancellation) =>
///         await users.FindAsync(user, cancellation) is { } found ? found : new UnauthorizedProblem();
/// }
/// </code>
/// </remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IDependency<TSelf> : IBindableFromHttpContext<TSelf> where TSelf : class, IDependency<TSelf>
{
    static ValueTask<TSelf?> IBindableFromHttpContext<TSelf>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(DependencyState.Of(context).IsAtFault(typeof(TSelf)) ? null : context.RequestServices.GetRequiredService<TSelf>());
}
