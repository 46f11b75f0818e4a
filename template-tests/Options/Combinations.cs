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

/// <summary>Every combination of the values that the options of the template have.</summary>
internal static class Combinations
{
    /// <summary>The options with their values, the default first.</summary>
    public static IReadOnlyList<(string Name, string[] Values)> Options { get; } =
        [.. TemplateJson.Symbols.EnumerateObject()
            .Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter" && symbol.Name != "skipRestore")
            .Select(symbol => (symbol.Name, symbol.Value.TryGetProperty("choices", out var choices)
                ? choices.EnumerateArray().Select(choice => choice.GetProperty("choice").GetString()!).ToArray()
                : ["true", "false"]))];

    public static Combination Default { get; } =
        new(new OrderedDictionary<string, string>(Options.Select(option => KeyValuePair.Create(option.Name, option.Values[0]))));

    public static IReadOnlyList<Combination> All { get; } = Product([.. Options.Select(option => option.Name)]);

    /// <summary>Those that the values of some options make, the others at their default.</summary>
    public static IReadOnlyList<Combination> Product(params string[] options) =>
        [.. Options.Where(option => options.Contains(option.Name)).Aggregate<(string Name, string[] Values), IEnumerable<Combination>>(
            [Default],
            (product, option) => product.SelectMany(made => option.Values.Select(value => made.With(option.Name, value))))];
}
