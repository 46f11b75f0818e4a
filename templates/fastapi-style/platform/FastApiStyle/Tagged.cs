using System.Reflection;
using FastApiStyle.Errors;
using FastApiStyle.Preconditions;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>
/// A result with the tag of what it answers. Where a client reads and has that version already, it is told so by 304, without a body
/// (RFC 9110 §13.1.2). It documents itself: the header <c>ETag</c>, and of a read the header <c>If-None-Match</c>, 304 and 412.
/// </summary>
/// <remarks>
/// A handler returns one by <see cref="TaggedResults.WithTag"/>:
/// <code>
/// private static async Task&lt;Results&lt;Tagged&lt;Ok&lt;ItemRead&gt;&gt;, NotFoundProblem&gt;&gt; ReadItem(Guid id, ItemService items, CancellationToken cancellation) =>
///     await items.FindAsync(id, cancellation) is { } item
///         ? TypedResults.Ok(item).WithTag(EntityTag.Of(item.Version))
///         : new NotFoundProblem("There is no such item.");
/// </code>
/// </remarks>
/// <typeparam name="TResult">The result without a tag, such as <c>Ok&lt;ItemRead&gt;</c>. It is a success.</typeparam>
public sealed class Tagged<TResult> : IResult, INestedHttpResult, IEndpointMetadataProvider
    where TResult : IResult, IEndpointMetadataProvider
{
    internal Tagged(TResult result, EntityTag tag) => (Result, Tag) = (result, tag);

    /// <summary>The result without a tag.</summary>
    public TResult Result { get; }

    /// <summary>The version of what it answers.</summary>
    public EntityTag Tag { get; }

    IResult INestedHttpResult.Result => Result;

    /// <summary>Answers with the result and its tag, or with 304 or 412 where a read asks for that.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Request.IsRead())
        {
            var sent = httpContext.Request.Headers;
            // In the order of RFC 9110 §13.2.2.
            if (!TagHeaders.Matches(sent.IfMatch, Tag))
            {
                return new PreconditionFailedProblem(TagHeaders.Changed).ExecuteAsync(httpContext);
            }
            if (!TagHeaders.MatchesNone(sent.IfNoneMatch, Tag))
            {
                httpContext.Response.Headers.ETag = Tag.ToString();
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        httpContext.Response.Headers.ETag = Tag.ToString();
        return Result.ExecuteAsync(httpContext);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        var before = builder.Metadata.Count;
        TResult.PopulateMetadata(method, builder);
        List<int> statuses = [.. builder.Metadata.Skip(before).OfType<IProducesResponseTypeMetadata>().Select(answer => answer.StatusCode)];
        if (builder.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods.All(TagHeaders.IsRead) == true)
        {
            statuses.Add(StatusCodes.Status304NotModified);
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
            ErrorWriter.Of(builder.ApplicationServices).Document(builder, StatusCodes.Status412PreconditionFailed);
        }
        builder.Metadata.Add(new TaggedAnswers(statuses));
    }
}

/// <summary>Gives results tags.</summary>
public static class TaggedResults
{
    /// <summary>The result with the tag of what it answers: <c>TypedResults.Ok(item).WithTag(EntityTag.Of(item.Version))</c>.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="result">The result, which is a success.</param>
    /// <param name="tag">The version of what it answers.</param>
    public static Tagged<TResult> WithTag<TResult>(this TResult result, EntityTag tag)
        where TResult : IResult, IEndpointMetadataProvider => new(result, tag);
}
