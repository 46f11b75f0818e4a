using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>A value for each option of the template.</summary>
internal sealed record Combination(IReadOnlyDictionary<string, string> Values)
{
    public string this[string option] => Values[option];

    /// <summary>As <c>dotnet new</c> takes it.</summary>
    public string[] Arguments => [.. Values.SelectMany(value => (string[])[$"--{value.Key}", value.Value])];

    public bool Has(string option) => this[option] == "true";

    public Combination With(string option, string value) =>
        new(new OrderedDictionary<string, string>(Values) { [option] = value });

    public bool Equals(Combination? other) => other is not null && other.ToString() == ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(' ', Arguments);
}

/// <summary>The combinations of the values that the options of the template have.</summary>
internal static class Combinations
{
    // Each brings files of its own and leaves the others' alone: with which options it shares some stands in Product.
    private static readonly string[] Additions = ["cache", "jobs", "grpc", "deploy"];

    /// <summary>The options with their values, the default first.</summary>
    public static IReadOnlyList<(string Name, string[] Values)> Options { get; } =
        [.. TemplateJson.Symbols.EnumerateObject()
            .Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter" && symbol.Name != "skipRestore")
            .Select(symbol => (symbol.Name, symbol.Value.TryGetProperty("choices", out var choices)
                ? choices.EnumerateArray().Select(choice => choice.GetProperty("choice").GetString()!).ToArray()
                : symbol.Value.GetProperty("defaultValue").GetString() == "true" ? ["true", "false"] : ["false", "true"]))];

    public static Combination Default { get; } =
        new(new OrderedDictionary<string, string>(Options.Select(option => KeyValuePair.Create(option.Name, option.Values[0]))));

    /// <summary>Every combination of what decides what a service is, without what can be added to it.</summary>
    public static IReadOnlyList<Combination> All { get; } = Product([.. Options.Select(option => option.Name).Except(Additions)]);

    /// <summary>What a scaffold remembers: what was added, and every other option.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Recorded(Combination made) =>
        made.Values.Where(value => !Additions.Contains(value.Key) || value.Value != Default[value.Key]);

    /// <summary>What is added, with what it shares files with, and with each other.</summary>
    public static IReadOnlyList<Combination> WithAdditions { get; } =
    [
        .. Product("cache", "database", "auth", "sample", "tests"), .. Product("jobs", "database", "auth", "sample", "tests"),
        .. Product("grpc", "database", "auth", "sample", "tests"), .. Product("deploy", "database", "auth", "docker"),
        .. Product([.. Additions, "docker"]),
    ];

    /// <summary>Those that the values of some options make, the others at their default.</summary>
    public static IReadOnlyList<Combination> Product(params string[] options) =>
        [.. Options.Where(option => options.Contains(option.Name)).Aggregate<(string Name, string[] Values), IEnumerable<Combination>>(
            [Default],
            (product, option) => product.SelectMany(made => option.Values.Select(value => made.With(option.Name, value))))];
}
