using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle;

/// <summary>
/// Names one version of what an address answers with, as the header <c>ETag</c> does (RFC 9110 §8.8.3). A result carries it by
/// <see cref="TaggedResults.WithTag"/>; what a client thinks that it has is checked by a <see cref="Precondition"/>.
/// </summary>
/// <remarks>
/// It is made of what changes with the entity, such as its concurrency token: <c>EntityTag.Of(item.Version)</c>, of an <c>int</c>, the <c>xmin</c>
/// of PostgreSQL, or the bytes of a <c>rowversion</c>. What else decides the answer is a further part: <c>EntityTag.Of(page.Version, user.Language)</c>.
/// </remarks>
public sealed class EntityTag
{
    private EntityTag(object?[] parts, bool isWeak)
    {
        // A colon is none of what stays as it is, so that no other parts make the same tag.
        Value = new($"\"{string.Join(':', parts.Select(TextOf))}\"", isWeak);
    }

    internal EntityTagHeaderValue Value { get; }

    /// <summary>A strong tag: two answers with it are the same, byte for byte. Only such a one may stand in <c>If-Match</c>.</summary>
    /// <param name="parts">What the version is made of: numbers, texts, bytes, times, identifiers.</param>
    public static EntityTag Of(params object?[] parts) => new(parts, isWeak: false);

    /// <summary>A weak tag: two answers with it mean the same, as two lists that differ in what nobody looks at.</summary>
    /// <param name="parts">What the version is made of: numbers, texts, bytes, times, identifiers.</param>
    public static EntityTag Weak(params object?[] parts) => new(parts, isWeak: true);

    /// <summary>The tag as it stands in a header: <c>"7"</c> or <c>W/"7"</c>.</summary>
    public override string ToString() => Value.ToString();

    private static string TextOf(object? part) => Uri.EscapeDataString(part switch
    {
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTimeOffset time => time.UtcTicks.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => part?.ToString() ?? "",
    });
}
