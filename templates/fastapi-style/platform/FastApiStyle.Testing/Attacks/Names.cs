namespace FastApiStyle.Testing.Attacks;

/// <summary>Names of one thing in the spellings that documents have: <c>itemId</c> and <c>item_id</c>, <c>item</c> and <c>items</c>.</summary>
internal static class Names
{
    public static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    public static bool IsSame(string name, string other) => Plain(name) == Plain(other);

    /// <summary>Whether two plain names are the same, or one is the plural of the other.</summary>
    public static bool IsSameKind(string one, string other) => one == other || IsPlural(one, other) || IsPlural(other, one);

    /// <summary>The kind of thing that a name points to: <c>customer</c> of <c>customerId</c>; null for any other name.</summary>
    public static string? KindOfId(string name) => name is [_, .., 'I', 'd' or 'D'] or [_, .., '_' or '-', 'i', 'd'] ? Plain(name)[..^2] : null;

    private static bool IsPlural(string many, string one) =>
        one.Length > 0 && (many == $"{one}s" || many == $"{one}es" || (one[^1] == 'y' && many == $"{one[..^1]}ies"));
}
