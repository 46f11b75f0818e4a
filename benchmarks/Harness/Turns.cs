using FastApiStyle.Benchmarks.Comparison;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Servers that run side by side, warm, and are measured in turn; each round begins with another one.</summary>
internal static class Turns
{
    /// <param name="peers">Those that are compared.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="ready">What is done with each before it is warmed up.</param>
    /// <param name="afterRound">What is looked at after each round.</param>
    /// <returns>Requests per second, of each operation of each peer one for each round.</returns>
    public static async Task<Dictionary<(string Peer, Operation Operation), List<double>>> MeasureAsync(
        IReadOnlyList<Peer> peers, CancellationToken cancellation, Func<Peer, Server, Task>? ready = null, Action<Peer, Server>? afterRound = null)
    {
        var rates = peers.SelectMany(peer => peer.Operations.Select(operation => (peer.Name, operation)))
            .ToDictionary(each => each, _ => new List<double>());
        var servers = new List<(Peer Peer, Server Server)>();
        try
        {
            foreach (var peer in peers)
            {
                Console.Error.WriteLine($"warming up: {peer.Name}");
                var server = (peer with { Launch = peer.Launch.CountingMethods() }).Start(cancellation);
                servers.Add((peer, server));
                await (ready?.Invoke(peer, server) ?? Task.CompletedTask);
                await WarmUp.RunAsync(server, peer.Operations, cancellation);
            }
            for (var round = 0; round < RunSettings.Rounds; round++)
            {
                Console.Error.WriteLine($"round {round + 1} of {RunSettings.Rounds}");
                await RoundAsync(round, servers, rates, cancellation);
                servers.ForEach(each => afterRound?.Invoke(each.Peer, each.Server));
            }
            return rates;
        }
        finally
        {
            servers.ForEach(each => each.Server.Dispose());
        }
    }

    /// <summary>An operation of all peers, then the next one.</summary>
    private static async Task RoundAsync(
        int round, List<(Peer Peer, Server Server)> servers, Dictionary<(string Peer, Operation Operation), List<double>> rates, CancellationToken cancellation)
    {
        foreach (var operation in servers.SelectMany(each => each.Peer.Operations).Distinct())
        {
            for (var turn = 0; turn < servers.Count; turn++)
            {
                var (peer, server) = servers[(round + turn) % servers.Count];
                if (peer.Operations.Contains(operation))
                {
                    rates[(peer.Name, operation)].Add(await Load.RunAsync(server, operation, RunSettings.SecondsPerRound, cancellation));
                }
            }
        }
    }
}
