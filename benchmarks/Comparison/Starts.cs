using System.Globalization;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>From the start of the process to its first answer, and, at once, the first three seconds of load.</summary>
internal sealed class Starts
{
    private const int FirstSeconds = 3;

    private readonly Dictionary<string, List<double>> seconds = [];
    private readonly Dictionary<string, List<double>> firstRates = [];
    private readonly List<double> veryFirst = [];

    public static async Task<Starts> MeasureAsync(IReadOnlyList<Peer> all, CancellationToken cancellation)
    {
        Console.Error.WriteLine("starts");
        var starts = new Starts();
        var peers = all.Where(peer => !peer.IsVariant).ToList();
        foreach (var peer in peers)
        {
            (starts.seconds[peer.Name], starts.firstRates[peer.Name]) = ([], []);
            // Its files are in memory then, as they are for those that follow.
            peer.Start(cancellation).Dispose();
        }
        for (var round = 0; round < RunSettings.Rounds; round++)
        {
            // Twice, since a start takes little, and varies much.
            foreach (var peer in peers.Concat(peers.AsEnumerable().Reverse()))
            {
                using var server = peer.Start(cancellation);
                starts.seconds[peer.Name].Add(server.FirstAnswer.TotalSeconds);
            }
            foreach (var peer in peers)
            {
                using var server = peer.Start(cancellation);
                starts.firstRates[peer.Name].Add(await Load.RunAsync(server, Operation.Create, FirstSeconds, cancellation));
            }
            starts.veryFirst.Add(VeryFirst(peers.Single(peer => peer.Name == Peer.Scaffold), cancellation));
        }
        return starts;
    }

    public IReadOnlyList<double> Seconds(string peer) => seconds[peer];

    /// <summary>The starts of the scaffold that make its database, one for each round.</summary>
    public IReadOnlyList<double> VeryFirstSeconds => veryFirst;

    public IReadOnlyList<double> FirstRates(string peer) => firstRates[peer];

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| seconds to the first answer | median (quartiles) |");
        Console.WriteLine("| --- | --: |");
        foreach (var (peer, all) in seconds)
        {
            Console.WriteLine($"| {peer} | {Text(all)} |");
        }
        Console.WriteLine($"| {Peer.Scaffold}, the very first | {Text(veryFirst)} |");
    }

    private static double VeryFirst(Peer scaffold, CancellationToken cancellation)
    {
        Directory.Delete(Path.Combine(scaffold.Launch.Folder, "storage"), recursive: true);
        using var server = scaffold.Start(cancellation);
        return server.FirstAnswer.TotalSeconds;
    }

    private static string Text(List<double> all)
    {
        var (median, lower, upper) = Ratio.Of(all);
        return string.Create(CultureInfo.InvariantCulture, $"{median:0.000} ({lower:0.000}–{upper:0.000})");
    }
}
