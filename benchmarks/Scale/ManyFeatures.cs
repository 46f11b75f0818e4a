using System.Diagnostics;
using System.Globalization;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>What a feature adds to the start of a service, to its memory, and to the first document that it makes.</summary>
internal static class ManyFeatures
{
    private static readonly int[] Counts = [1, 50, 200];

    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        var services = new List<(int Count, Launch Launch)>();
        foreach (var count in Counts)
        {
            services.Add((count, await Scaffolds.PublishAsync(
                $"features-{count}", service => FeatureCopies.AddAsync(service, count, cancellation), ["--database", "none", "--tests", "false"], cancellation)));
        }
        using var core = Machine.TakeClientCore();

        var rounds = Counts.ToDictionary(count => count, _ => new List<Start>());
        // The first of each only brings its files into memory.
        for (var round = 0; round <= 2 * RunSettings.Rounds; round++)
        {
            foreach (var (count, launch) in services)
            {
                var start = Once(launch, cancellation);
                if (round > 0)
                {
                    rounds[count].Add(start);
                }
            }
        }
        Print(rounds);
        return Judge(rounds);
    }

    private static Start Once(Launch launch, CancellationToken cancellation)
    {
        using var server = Server.Start(launch, "/health/live", cancellation);
        var (processor, memory) = (server.ProcessorTime.TotalMilliseconds, server.Memory);
        var begin = Stopwatch.GetTimestamp();
        FirstContact.Wait(server.Port, "/openapi.json", () => true, cancellation);
        return new(server.FirstAnswer.TotalMilliseconds, processor, memory, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
    }

    private static void Print(Dictionary<int, List<Start>> rounds)
    {
        Console.WriteLine("| features | ms to the first answer | ms of the processor | MiB | ms to the first document |");
        Console.WriteLine("| --- | --: | --: | --: | --: |");
        foreach (var (count, all) in rounds)
        {
            double Median(Func<Start, double> of) => Ratio.Of(all.Select(of)).Median;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {count} | {Median(start => start.Answer):0} | {Median(start => start.Processor):0} | {Median(start => start.Memory):0.0} | {Median(start => start.Document):0} |"));
        }
    }

    private static bool Judge(Dictionary<int, List<Start>> rounds)
    {
        var (one, some, many) = (rounds[1], rounds[50], rounds[200]);
        var report = new Report("a feature adds");
        report.AtMost(2, "ms to the first answer", Each(one, many, 199, start => start.Answer));
        report.AtMost(0.2, "MiB", Each(one, many, 199, start => start.Memory));
        report.AtMost(2, "ms to the first document", Each(one, many, 199, start => start.Document));
        report.Show("ms of the processor to the first answer", Each(one, many, 199, start => start.Processor));
        // Were it not linear, a feature behind the fiftieth would add more than one before it.
        Linear("ms to the first answer", start => start.Answer);
        Linear("MiB", start => start.Memory);
        Linear("ms to the first document", start => start.Document);
        return report.Close();

        void Linear(string name, Func<Start, double> of)
        {
            var (early, late) = (Each(one, some, 49, of), Each(some, many, 150, of));
            // The noise of both: what forty-nine features add is little.
            report.AtMost(1.25, $"linear, {name}: 50 to 200 ÷ 1 to 50", new(
                late.Median / early.Median, late.Lower / early.Upper, late.Upper / early.Lower));
        }
    }

    private static Ratio Each(List<Start> less, List<Start> more, int features, Func<Start, double> of) =>
        Ratio.Of(more.Zip(less, (one, other) => (of(one) - of(other)) / features));

    private readonly record struct Start(double Answer, double Processor, double Memory, double Document);
}
