using System.Reflection;
using FastApiStyle.Preconditions;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>
/// What must be so for a change to be made: that the client means the version that stands (<c>If-Match</c>), or that there is none yet
/// (<c>If-None-Match: *</c> of a PUT). No update is lost, since who has read an older one is told so by 412.
/// </summary>
/// <remarks>
/// A handler asks for it by a parameter, which documents the header and 412. <c>Precondition?</c> is null where the client sends none;
/// without the question mark a client must, or is answered 428 (RFC 6585 §3). The service checks it on what it has read in order to change it:
/// <code>
/// private static async Task&lt;Results&lt;Tagged&lt;Ok&lt;ItemRead&gt;&gt;, NotFoundProblem&gt;&gt; UpdateItem(Guid id, Precondition? precondition, ItemUpdate item, …)
/// …
/// precondition?.MustHold(EntityTag.Of(item.Version));
/// </code>
/// Whether it still holds when the change is saved, the concurrency token of the entity decides.
/// </remarks>
public sealed class Precondition : IBindableFromHttpContext<Precondition>
{
    private readonly IHeaderDictionary sent;

    private Precondition(IHeaderDictionary sent) => this.sent = sent;

    /// <summary>Whether the change may be made, in the order of RFC 9110 §13.2.2.</summary>
    /// <param name="current">The tag of what there is; null where there is nothing.</param>
    public bool Holds(EntityTag? current) => TagHeaders.Matches(sent.IfMatch, current) && TagHeaders.MatchesNone(sent.IfNoneMatch, current);

    /// <summary>Answers 412 where the change may not be made.</summary>
    /// <param name="current">The tag of what there is; null where there is nothing.</param>
    /// <exception cref="ProblemException">It does not hold.</exception>
    public void MustHold(EntityTag? current)
    {
        if (!Holds(current))
        {
            throw new ProblemException(new PreconditionFailedProblem(
                TagHeaders.Matches(sent.IfMatch, current) ? "There is one already, which If-None-Match rules out." : TagHeaders.Changed));
        }
    }

    static ValueTask<Precondition?> IBindableFromHttpContext<Precondition>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var headers = context.Request.Headers;
        var isOptional = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .FirstOrDefault(each => each.ParameterInfo.ParameterType == typeof(Precondition))?.IsOptional == true;
        var isSaid = headers.IfMatch.Count > 0 || (HttpMethods.IsPut(context.Request.Method) && headers.IfNoneMatch.Count > 0);
        return isSaid || (isOptional && headers.IfNoneMatch.Count > 0) ? new(new Precondition(headers))
            : isOptional ? default
            : throw new ProblemException(new PreconditionRequiredProblem());
    }
}
