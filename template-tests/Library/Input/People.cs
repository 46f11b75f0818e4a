namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Bodies for the people feature.</summary>
internal static class People
{
    /// <summary>The password of every person. No answer that refuses something may hold it.</summary>
    public const string Secret = "Zq7-nobody-may-read-this";

    private static readonly (string Name, string Json)[] Members =
    [
        ("email", "\"a@example.com\""),
        ("password", $"\"{Secret}\""),
        ("age", "3"),
        ("role", "\"owner\""),
        ("score", "1.25"),
        ("addresses", """[{"street":"Main","zip":3}]"""),
    ];

    public static string Valid { get; } = With();

    /// <summary>A valid person but for these members, whose values are JSON.</summary>
    public static string With(params (string Name, string Json)[] members) => Object(
        [.. Members.Where(member => !members.Any(other => other.Name == member.Name)), .. members]);

    public static string With(string name, string json) => With((name, json));

    public static string Without(string name) => Object(Members.Where(member => member.Name != name));

    public static string List(string item, int count) => $"[{string.Join(',', Enumerable.Repeat(item, count))}]";

    private static string Object(IEnumerable<(string Name, string Json)> members) =>
        $"{{{string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Json}"))}}}";
}
