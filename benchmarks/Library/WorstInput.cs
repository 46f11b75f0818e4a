using System.Diagnostics;
using System.Globalization;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>What the worst input costs for each byte, at growing sizes: were it not linear, it would grow with them.</summary>
internal static class WorstInput
{
    private const int Kilo = 1024;
    private const double MostGrowth = 2;

    // Of the largest body: less is the noise of fresh memory, and no attack.
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(10);
    private static readonly int[] Sizes = [64 * Kilo, 128 * Kilo, 256 * Kilo, 512 * Kilo, 1024 * Kilo];

    public static async Task<bool> MeasureAsync()
    {
        var service = new InProcess();
        Console.WriteLine("| body | status | ns per byte at 64 KB | 128 KB | 256 KB | 512 KB | 1 MB | growth "
            + "| ms at 1 MB | allocated per byte | answered per byte |");
        Console.WriteLine("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
        var linear = true;
        foreach (var (name, create) in WorstBodies.All)
        {
            // Until the runtime has compiled for good what this body needs.
            await BestOfAsync(service, Open(name, create(Sizes[0])), TimeSpan.FromSeconds(2));
            var costs = new List<Cost>();
            foreach (var size in Sizes)
            {
                costs.Add(await BestOfAsync(service, Open(name, create(size)), TimeSpan.FromSeconds(1)));
            }
            // Of the two smallest the larger: what is read twice at a power of two is read once beside it.
            var growth = costs[^1].NanosecondsPerByte / costs.Take(2).Max(cost => cost.NanosecondsPerByte);
            linear &= growth <= MostGrowth || costs[^1].Time < Cheap;
            Print(name, costs, growth);
        }
        Console.WriteLine();
        Console.WriteLine(linear
            ? $"Linear: no byte costs more than {MostGrowth} times as much at 1 MB as at 64 or 128 KB."
            : $"NOT linear: a byte costs more than {MostGrowth} times as much at 1 MB as at 64 or 128 KB.");
        return linear;
    }

    private static Func<Stream> Open(string name, byte[] body) =>
        name == WorstBodies.ByteByByte ? () => new Trickle(body) : () => new MemoryStream(body);

    private static void Print(string name, List<Cost> costs, double growth)
    {
        var each = string.Join(" | ", costs.Select(cost => cost.NanosecondsPerByte.ToString("0.0", CultureInfo.InvariantCulture)));
        var last = costs[^1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {last.Answer.Status} | {each} | {growth:0.00} | {last.Time.TotalMilliseconds:0} "
            + $"| {last.PerByte(last.Allocated):0.0} | {last.PerByte(last.Answer.Bytes):0.0} |"));
    }

    /// <summary>The fastest of several: what else the machine does only ever adds.</summary>
    private static async Task<Cost> BestOfAsync(InProcess service, Func<Stream> open, TimeSpan enough)
    {
        Cost? best = null;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 3 || Stopwatch.GetElapsedTime(start) < enough; i++)
        {
            var cost = await OnceAsync(service, open());
            best = best is null || cost.Time < best.Value.Time ? cost : best;
        }
        return best!.Value;
    }

    private static async Task<Cost> OnceAsync(InProcess service, Stream body)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var answer = await service.PostAsync("/orders", body);
        return new(body.Length, answer, Stopwatch.GetElapsedTime(start), GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private readonly record struct Cost(long Size, Answer Answer, TimeSpan Time, long Allocated)
    {
        public double NanosecondsPerByte => PerByte(Time.TotalNanoseconds);

        public double PerByte(double amount) => amount / Size;
    }
}
