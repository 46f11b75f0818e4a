using System.Globalization;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>The rates of warm servers, in turn, and what is resident of each after each round.</summary>
internal sealed class Steady
{
    private readonly Dictionary<(string Peer, Operation Operation), List<double>> rates = [];
    private readonly Dictionary<string, List<double>> memory = [];

    public static async Task<Steady> MeasureAsync(IReadOnlyList<Peer> peers, CancellationToken cancellation)
    {
        var steady = new Steady();
        var servers = new List<(Peer Peer, Server Server)>();
        try
        {
            foreach (var peer in peers)
            {
                Console.Error.WriteLine($"warming up: {peer.Name}");
                servers.Add((peer, peer.Start(cancellation)));
                await RightAnswers.CheckAsync(peer, servers[^1].Server, cancellation);
                await WarmUp.RunAsync(peer, servers[^1].Server, cancellation);
            }
            for (var round = 0; round < RunSettings.Rounds; round++)
            {
                Console.Error.WriteLine($"round {round + 1} of {RunSettings.Rounds}");
                await steady.RoundAsync(round, servers, cancellation);
            }
            return steady;
        }
        finally
        {
            servers.ForEach(server => server.Server.Dispose());
        }
    }

    public bool Has(string peer, Operation operation) => rates.ContainsKey((peer, operation));

    public IReadOnlyList<double> Rates(string peer, Operation operation) => rates[(peer, operation)];

    public IReadOnlyList<double> Memory(string peer) => memory[peer];

    public void Print()
    {
        Console.WriteLine($"| requests per second | {string.Join(" | ", Operation.All.Select(operation => operation.Name))} | MiB |");
        Console.WriteLine($"| --- |{string.Concat(Enumerable.Repeat(" --: |", Operation.All.Count + 1))}");
        foreach (var peer in memory.Keys)
        {
            var cells = Operation.All.Select(operation => Has(peer, operation) ? Number(Ratio.Of(Rates(peer, operation)).Median) : "");
            Console.WriteLine($"| {peer} | {string.Join(" | ", cells)} | {Number(Ratio.Of(Memory(peer)).Median)} |");
        }
    }

    /// <summary>An operation of all peers, then the next one; each round begins with another peer.</summary>
    private async Task RoundAsync(int round, List<(Peer Peer, Server Server)> servers, CancellationToken cancellation)
    {
        foreach (var operation in Operation.All)
        {
            for (var turn = 0; turn < servers.Count; turn++)
            {
                var (peer, server) = servers[(round + turn) % servers.Count];
                if (peer.Operations.Contains(operation))
                {
                    Add(rates, (peer.Name, operation), await Load.RunAsync(server, operation, RunSettings.SecondsPerRound, cancellation));
                }
            }
        }
        foreach (var (peer, server) in servers)
        {
            Add(memory, peer.Name, server.Memory);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<double>> all, TKey key, double value)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var list))
        {
            all[key] = list = [];
        }
        list.Add(value);
    }

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
