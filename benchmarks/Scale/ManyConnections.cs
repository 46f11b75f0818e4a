using System.Globalization;
using FastApiStyle.Benchmarks.Comparison;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>Ten thousand connections that stay open: what each takes of memory, and that the service still answers all of them.</summary>
internal static class ManyConnections
{
    private const int Count = 10_000;

    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        var peers = (await Peers.PublishAsync(cancellation)).Where(peer => !peer.IsVariant).ToList();
        using var core = Machine.TakeClientCore();
        var rounds = peers.ToDictionary(peer => peer.Name, _ => new List<Held>());
        for (var round = 0; round < RunSettings.Rounds; round++)
        {
            foreach (var peer in peers)
            {
                rounds[peer.Name].Add(Hold(peer, cancellation));
            }
        }

        Console.WriteLine($"| {Count:#,0} open connections | MiB before | with them | KiB each | seconds to answer each once more |".Replace('.', ','));
        Console.WriteLine("| --- | --: | --: | --: | --: |");
        foreach (var (peer, all) in rounds)
        {
            double Median(Func<Held, double> of) => Ratio.Of(all.Select(of)).Median;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {peer} | {Median(held => held.Before):0} | {Median(held => held.With):0} | {Median(held => held.Each):0.0} | {Median(held => held.Seconds):0.00} |"));
        }
        var report = new Report($"scaffold, {Count} open connections, ÷ bare Kestrel");
        report.Show("resident memory", Ratio.Of(rounds[Peer.Scaffold].Select(held => held.With), rounds[Peer.Bare].Select(held => held.With)));
        report.Show("memory of each", Ratio.Of(rounds[Peer.Scaffold].Select(held => held.Each), rounds[Peer.Bare].Select(held => held.Each)));
        report.Show("time to answer each once more", Ratio.Of(rounds[Peer.Scaffold].Select(held => held.Seconds), rounds[Peer.Bare].Select(held => held.Seconds)));
        return report.Close();
    }

    private static Held Hold(Peer peer, CancellationToken cancellation)
    {
        using var server = peer.Start(cancellation);
        using var connections = new OpenConnections(server.Port, Count, Operation.Text.Path);
        // What only the first requests need is not a connection's.
        OpenConnections.Warm(server.Port, Operation.Text.Path);
        var before = server.Memory;
        connections.Open(cancellation);
        var with = server.Memory;
        var seconds = connections.AskAll(cancellation).TotalSeconds;
        return new(before, with, (with - before) * 1024 / Count, seconds);
    }

    private readonly record struct Held(double Before, double With, double Each, double Seconds);
}
