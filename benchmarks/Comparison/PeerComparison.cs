using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>The scaffold beside its peers, in one run.</summary>
internal static class PeerComparison
{
    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        Machine.Prepare();
        await Debian.NeedAsync("wrk", "wrk", cancellation);
        var peers = await Peers.PublishAsync(cancellation);
        using var core = Machine.TakeClientCore();
        // First, while no other server is there.
        var starts = await Starts.MeasureAsync(peers, cancellation);
        var steady = await Steady.MeasureAsync(peers, cancellation);

        steady.Print();
        starts.Print();
        var report = new Report("scaffold ÷");
        Throughput(report, steady);
        Start(report, starts, steady);
        return report.Close();
    }

    private static void Throughput(Report report, Steady steady)
    {
        Ratio Of(string one, string other, Operation operation) => Ratio.Of(steady.Rates(one, operation), steady.Rates(other, operation));

        report.AtLeast(0.90, "validated POST ÷ bare Kestrel, which validates nothing", Of(Peer.Scaffold, Peer.Bare, Operation.Create));
        report.AtLeast(0.98, "validated POST ÷ webapi", Of(Peer.Scaffold, Peer.WebApi, Operation.Create));
        report.AtLeast(0.97, "typed GET ÷ bare Kestrel", Of(Peer.Scaffold, Peer.Bare, Operation.Read));
        report.AtLeast(1.00, "refused POST ÷ webapi", Of(Peer.Scaffold, Peer.WebApi, Operation.Refuse));
        report.Show("plain text ÷ bare Kestrel", Of(Peer.Scaffold, Peer.Bare, Operation.Text));
        report.Show("webapi: validated POST ÷ bare Kestrel", Of(Peer.WebApi, Peer.Bare, Operation.Create));
        report.Show("with its log: validated POST ÷ without", Of(Peer.WithLog, Peer.Scaffold, Operation.Create));
        report.Show("with its log: typed GET ÷ without", Of(Peer.WithLog, Peer.Scaffold, Operation.Read));
        if (!steady.Has(Peer.FastApiDef, Operation.Create))
        {
            return;
        }
        report.AtLeast(6.9, $"validated POST ÷ {Peer.FastApiDef}", Of(Peer.Scaffold, Peer.FastApiDef, Operation.Create));
        foreach (var operation in Operation.All)
        {
            report.Show($"{operation.Name} ÷ {Peer.FastApi}", Of(Peer.Scaffold, Peer.FastApi, operation));
        }
    }

    private static void Start(Report report, Starts starts, Steady steady)
    {
        var bare = starts.Seconds(Peer.Bare);
        report.AtMost(1.3, "start to first answer ÷ bare Kestrel", Ratio.Of(starts.Seconds(Peer.Scaffold), bare));
        // Of each round the first of two.
        report.AtMost(2.0, "the very first, which makes the database, ÷ bare Kestrel", Ratio.Of(starts.VeryFirstSeconds, bare.Where((_, start) => start % 2 == 0)));
        report.AtLeast(0.60, "the first 3 s of load: share of the steady rate", Share(Peer.Scaffold));
        foreach (var peer in new[] { Peer.Bare, Peer.WebApi, Peer.FastApi }.Where(peer => steady.Has(peer, Operation.Create)))
        {
            report.Show($"the same of {peer}", Share(peer));
        }
        report.AtMost(1.15, "resident memory after load ÷ bare Kestrel", Ratio.Of(steady.Memory(Peer.Scaffold), steady.Memory(Peer.Bare)));

        Ratio Share(string peer)
        {
            var rate = Ratio.Of(steady.Rates(peer, Operation.Create)).Median;
            return Ratio.Of(starts.FirstRates(peer).Select(first => first / rate));
        }
    }
}
