using System.Globalization;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>The rates of warm servers, in turn, and what is resident of each after each round.</summary>
internal sealed class Steady
{
    private readonly Dictionary<(string Peer, Operation Operation), List<double>> rates;
    private readonly Dictionary<string, List<double>> memory;

    private Steady(Dictionary<(string Peer, Operation Operation), List<double>> rates, Dictionary<string, List<double>> memory) =>
        (this.rates, this.memory) = (rates, memory);

    public static async Task<Steady> MeasureAsync(IReadOnlyList<Peer> peers, CancellationToken cancellation)
    {
        var memory = peers.ToDictionary(peer => peer.Name, _ => new List<double>());
        var rates = await Turns.MeasureAsync(
            peers,
            cancellation,
            ready: (peer, server) => RightAnswers.CheckAsync(peer, server, cancellation),
            afterRound: (peer, server) => memory[peer.Name].Add(server.Memory));
        return new(rates, memory);
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

    private static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
