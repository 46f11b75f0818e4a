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

    public static IReadOnlyList<Combination> Rows { get; } = Cover();

    public static IEnumerable<(string, string)> PairsOf(Combination combination)
    {
        var values = combination.Arguments.Chunk(2).Select(value => string.Join(' ', value)).ToList();
        return values.SelectMany((value, index) => values.Skip(index + 1).Select(other => (value, other)));
    }

    /// <summary>Takes whatever combination brings most new pairs, one with tests where there is a choice.</summary>
    private static List<Combination> Cover()
    {
        var open = Combinations.All.SelectMany(PairsOf).ToHashSet();
        var rows = new List<Combination>();
        foreach (var row in Given)
        {
            Take(row);
        }

        while (open.Count > 0)
        {
            Take(Combinations.All.MaxBy(made => (2 * PairsOf(made).Count(open.Contains)) + (made.Has("tests") ? 1 : 0))!);
        }

        return rows;

        void Take(Combination row)
        {
            rows.Add(row);
            open.ExceptWith(PairsOf(row));
        }
    }
}
