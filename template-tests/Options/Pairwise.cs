namespace FastApiStyle.TemplateTests.Options;

/// <summary>Few combinations in which each value of each option meets each value of each other one.</summary>
internal static class Pairwise
{
    // The example of the README, and the defaults.
    private static readonly Combination[] Given =
    [
        Combinations.Default,
        Combinations.Default.With("database", "postgres").With("auth", "oidc").With("errors", "fastapi").With("naming", "snake_case"),
    ];

    /// <summary>Every two values of two options.</summary>
    public static IReadOnlySet<(string, string)> All { get; } =
        Combinations.Options.SelectMany((option, index) => Combinations.Options.Skip(index + 1).SelectMany(other =>
            option.Values.SelectMany(value => other.Values.Select(another => ($"--{option.Name} {value}", $"--{other.Name} {another}"))))).ToHashSet();

    public static IReadOnlyList<Combination> Rows { get; } = Cover();

    public static IEnumerable<(string, string)> PairsOf(Combination combination)
    {
        var values = combination.Arguments.Chunk(2).Select(value => string.Join(' ', value)).ToList();
        return values.SelectMany((value, index) => values.Skip(index + 1).Select(other => (value, other)));
    }

    private static List<Combination> Cover()
    {
        var open = All.ToHashSet();
        var rows = new List<Combination>();
        foreach (var row in Given)
        {
            Take(row);
        }

        while (open.Count > 0)
        {
            Take(open.Select(pair => Best(pair, open)).MaxBy(row => Worth(row, open))!);
        }

        return rows;

        void Take(Combination row)
        {
            rows.Add(row);
            open.ExceptWith(PairsOf(row));
        }
    }

    /// <summary>A pair that is still open, and of each other option the value that brings most; there are too many combinations to look at all.</summary>
    private static Combination Best((string One, string Other) pair, HashSet<(string, string)> open)
    {
        var taken = new[] { pair.One, pair.Other }.Select(value => value[2..].Split(' ')).ToDictionary(value => value[0], value => value[1]);
        var seed = taken.Aggregate(Combinations.Default, (row, value) => row.With(value.Key, value.Value));
        // Twice: what the last ones are decides on the first, too.
        return Enumerable.Repeat(Combinations.Options, 2).SelectMany(options => options).Where(option => !taken.ContainsKey(option.Name))
            .Aggregate(seed, (row, option) => option.Values.Select(value => row.With(option.Name, value)).MaxBy(row => Worth(row, open))!);
    }

    /// <summary>One with tests where there is a choice.</summary>
    private static int Worth(Combination row, HashSet<(string, string)> open) =>
        (2 * PairsOf(row).Count(open.Contains)) + (row.Has("tests") ? 1 : 0);
}
