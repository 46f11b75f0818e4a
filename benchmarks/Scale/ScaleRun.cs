using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>Many of everything: features, items in a body, connections, rows.</summary>
internal static class ScaleRun
{
    private static readonly Dictionary<string, Func<CancellationToken, Task<bool>>> Parts = new()
    {
        ["features"] = ManyFeatures.MeasureAsync,
        ["items"] = ManyItems.MeasureAsync,
        ["connections"] = ManyConnections.MeasureAsync,
        ["lists"] = ManyRows.MeasureAsync,
    };

    /// <summary>All of them, or the one that is named.</summary>
    public static async Task<bool> MeasureAsync(string? part, CancellationToken cancellation)
    {
        if (part is not null && !Parts.ContainsKey(part))
        {
            throw new Failure($"scale {string.Join(" | ", Parts.Keys)}");
        }
        Machine.Prepare();
        var kept = true;
        foreach (var (_, measure) in Parts.Where(each => part is null || each.Key == part))
        {
            kept &= await measure(cancellation);
        }
        return kept;
    }
}
