using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>
/// Load until the runtime has compiled for good what each operation needs. On one core, which the load keeps busy, its compiler
/// waits long for its turn: shorter ones measured how far it had come.
/// </summary>
internal static class WarmUp
{
    private const int Window = 5;

    // Of two windows one after another.
    private const double Agreement = 0.02;

    public static async Task RunAsync(Peer peer, Server server, CancellationToken cancellation)
    {
        var least = peer.Compiles ? Math.Max(1, RunSettings.WarmUp / Window) : 1;
        var last = new Dictionary<Operation, double>();
        for (var pass = 1; pass <= 2 * least; pass++)
        {
            var steady = true;
            foreach (var operation in peer.Operations)
            {
                var rate = await Load.RunAsync(server, operation, Math.Min(Window, Math.Max(1, RunSettings.WarmUp)), cancellation);
                steady &= Math.Abs((rate / last.GetValueOrDefault(operation, double.PositiveInfinity)) - 1) <= Agreement;
                last[operation] = rate;
            }
            if (steady && pass >= least)
            {
                return;
            }
        }
    }
}
