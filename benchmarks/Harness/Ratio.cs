using System.Globalization;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>What several rounds say: the median, and between which values the middle half of them lies.</summary>
internal sealed record Ratio(double Median, double Lower, double Upper)
{
    /// <summary>How far the middle half is from the median: the noise.</summary>
    public double Noise => Math.Max(Median - Lower, Upper - Median);

    public static Ratio Of(IEnumerable<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return new(At(sorted, 0.5), At(sorted, 0.25), At(sorted, 0.75));
    }

    /// <summary>Round by round, since what disturbs one of a round often disturbs its neighbour, too.</summary>
    public static Ratio Of(IEnumerable<double> rounds, IEnumerable<double> others) => Of(rounds.Zip(others, (one, other) => one / other));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.00} ({Lower:0.00}–{Upper:0.00})");

    private static double At(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
