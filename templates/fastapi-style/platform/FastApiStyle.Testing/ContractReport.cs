using FastApiStyle.Testing.Attacks;

namespace FastApiStyle.Testing;

/// <summary>
/// How far <see cref="Contract"/> has reached: for each operation how many requests were sent, which statuses came, and which of
/// those that the document has never did.
/// </summary>
public sealed class ContractReport
{
    private readonly List<string[]> lines;

    internal ContractReport(IEnumerable<Reach> reaches, IReadOnlyDictionary<string, string> skipped) => lines =
    [
        ["operation", "allowed", "broken", "came", "never came"],
        .. reaches.Select(reach => new[]
        {
            $"{reach.Operation}", $"{reach.Valid}", $"{reach.Sent - reach.Valid}",
            string.Join(", ", reach.Statuses.Select(status => $"{status.Key} ×{status.Value}").Concat(reach.IsSilent ? ["a silent stream"] : [])),
            string.Join(", ", reach.Unseen),
        }),
        .. skipped.Select(each => new[] { each.Key, "-", "-", $"left out: {each.Value}", "" }),
    ];

    /// <summary>A table with a line for each operation.</summary>
    public override string ToString()
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToList();
        return string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }
}
