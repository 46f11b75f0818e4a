using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Preconditions;

/// <summary>Compares the tags that a client sends with the one of what there is.</summary>
internal static class TagHeaders
{
    public const string Changed = "It is not the version that If-Match names.";

    public static bool IsRead(this HttpRequest request) => IsRead(request.Method);

    public static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Whether <c>If-Match</c> lets the request pass (RFC 9110 §13.1.1). What is no tag matches nothing.</summary>
    /// <param name="sent">The header, which may stand several times, or not at all.</param>
    /// <param name="current">The tag of what there is; null where there is nothing.</param>
    public static bool Matches(StringValues sent, EntityTag? current) => sent.Count == 0 || Names(sent, current, isStrong: true);

    /// <summary>Whether <c>If-None-Match</c> lets the request pass (RFC 9110 §13.1.2). What is no tag matches nothing.</summary>
    /// <param name="sent">The header, which may stand several times, or not at all.</param>
    /// <param name="current">The tag of what there is; null where there is nothing.</param>
    public static bool MatchesNone(StringValues sent, EntityTag? current) => sent.Count == 0 || !Names(sent, current, isStrong: false);

    private static bool Names(StringValues sent, EntityTag? current, bool isStrong) =>
        current is not null && EntityTagHeaderValue.TryParseStrictList(sent.ToArray()!, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current.Value, isStrong));
}

/// <summary>Stands in the metadata of a route for the statuses that come with a tag.</summary>
internal sealed record TaggedAnswers(IReadOnlyList<int> Statuses);
