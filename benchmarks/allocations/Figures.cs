using System.Text.Json;

namespace FastApiStyle.Benchmarks.Allocations;

/// <summary>The bytes that each operation allocates, as they are written down in allocations.json.</summary>
internal sealed class Figures(string folder)
{
    private const double Tolerance = 0.05;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    private readonly string file = Path.Combine(folder, "allocations.json");

    /// <summary>Prints them beside what is written down, and with <c>UPDATE_ALLOCATIONS=true</c> writes them down anew.</summary>
    /// <returns>Whether each is within 5 % of it. Less is no reason to be content: the next one to lose it would not be seen.</returns>
    public bool Compare(Dictionary<string, long> measured)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("UPDATE_ALLOCATIONS"), "true", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(file, JsonSerializer.Serialize(measured, Readable) + "\n");
        }
        var written = JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(file))!;
        Console.WriteLine("| bytes allocated for each | measured | written down |");
        Console.WriteLine("| --- | --: | --: |");
        foreach (var (name, bytes) in measured)
        {
            Console.WriteLine($"| {name} | {bytes} | {written.GetValueOrDefault(name)} |");
        }

        var changed = measured.Where(figure => IsFar(figure.Value, written.GetValueOrDefault(figure.Key))).Select(figure => figure.Key).ToList();
        if (changed.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine($"CHANGED by more than 5 %: {string.Join(", ", changed)}. Where that is meant: UPDATE_ALLOCATIONS=true benchmarks/run allocations");
        }
        return changed.Count == 0;
    }

    private static bool IsFar(long measured, long written) => Math.Abs(measured - written) > Tolerance * written;
}
