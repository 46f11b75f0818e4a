using System.Globalization;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>The table of what is promised. A promise is broken where the figure misses it by more than its noise.</summary>
internal sealed class Report
{
    private readonly List<string> broken = [];

    public Report(string heading)
    {
        Console.WriteLine();
        Console.WriteLine($"| {heading} | measured | promised |");
        Console.WriteLine("| --- | --: | --: |");
    }

    public bool IsKept => broken.Count == 0;

    public void AtLeast(double promised, string name, Ratio measured) =>
        Add(name, measured, $"{Text(promised)} at least", measured.Median + measured.Noise >= promised);

    public void AtMost(double promised, string name, Ratio measured) =>
        Add(name, measured, $"{Text(promised)} at most", measured.Median - measured.Noise <= promised);

    /// <summary>What is shown without a promise.</summary>
    public void Show(string name, Ratio measured) => Add(name, measured, "", kept: true);

    /// <summary>Says what is broken, below the table.</summary>
    public bool Close()
    {
        Console.WriteLine();
        foreach (var promise in broken)
        {
            Console.WriteLine($"BROKEN: {promise}");
        }
        return IsKept;
    }

    private void Add(string name, Ratio measured, string promised, bool kept)
    {
        Console.WriteLine($"| {name} | {measured} | {promised} |");
        if (!kept)
        {
            broken.Add($"{name}: {measured}, promised {promised}");
        }
    }

    private static string Text(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
