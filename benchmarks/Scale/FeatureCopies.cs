using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>Many features in a service. The first is what the command writes; the others are it under other names, as two hundred commands take minutes.</summary>
internal static class FeatureCopies
{
    public static async Task AddAsync(string service, int count, CancellationToken cancellation)
    {
        await Scaffolds.NewAsync(cancellation, "fastapi-feature", "-n", "Thing", "-o", service);
        var things = Path.Combine(service, "Features", "Things");
        for (var number = 2; number <= count; number++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(service, "Features", $"T{number}hings")).FullName;
            foreach (var file in Directory.GetFiles(things))
            {
                var text = await File.ReadAllTextAsync(file, cancellation);
                await File.WriteAllTextAsync(Path.Combine(folder, Rename(Path.GetFileName(file), number)), Rename(text, number), cancellation);
            }
        }
    }

    private static string Rename(string text, int number) =>
        text.Replace("Thing", $"T{number}hing", StringComparison.Ordinal).Replace("thing", $"t{number}hing", StringComparison.Ordinal);
}
