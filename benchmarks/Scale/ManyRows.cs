using FastApiStyle.Benchmarks.Comparison;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>A list of a hundred items from a database, beside the same query by hand on the same tables.</summary>
internal static class ManyRows
{
    private static readonly Operation List = new("list", "/items?limit=100", null, 200);

    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        await Debian.NeedAsync("wrk", "wrk", cancellation);
        var sqlite = await Scaffolds.PublishAsync("scaffold", Scaffolds.AddProducts, ["--tests", "false"], cancellation);
        var postgres = await Scaffolds.PublishAsync("scaffold-postgres", Scaffolds.AddProducts, ["--database", "postgres", "--tests", "false"], cancellation);
        var byHand = Launch.Dotnet(await Publishing.PeerAsync("lists", cancellation), "Lists.dll");
        using var database = await Postgres.StartAsync(cancellation);
        using var core = Machine.TakeClientCore();

        var report = new Report("a list of 100 items ÷ the same by hand");
        var file = $"Data Source={Path.Combine(Folders.Work, "lists.db")}";
        report.AtLeast(0.95, "SQLite", await CompareAsync(sqlite, byHand, file, cancellation));
        report.AtLeast(0.95, "PostgreSQL", await CompareAsync(postgres, byHand.With("Postgres", "true"), database.Connection, cancellation));
        return report.Close();
    }

    private static async Task<Ratio> CompareAsync(Launch scaffold, Launch byHand, string connection, CancellationToken cancellation)
    {
        const string Setting = "ConnectionStrings__Default";
        Peer[] peers =
        [
            new(Peer.Scaffold, scaffold.With(Setting, connection), [List]),
            new("by hand", byHand.With(Setting, connection), [List]),
        ];
        // The scaffold comes first: it makes the tables.
        var rates = await Turns.MeasureAsync(
            peers, cancellation, ready: (peer, server) => SampleItems.BeThereAsync(server, add: peer == peers[0], cancellation));
        Console.Error.WriteLine($"{Ratio.Of(rates[(Peer.Scaffold, List)])} and {Ratio.Of(rates[("by hand", List)])} lists per second");
        return Ratio.Of(rates[(Peer.Scaffold, List)], rates[("by hand", List)]);
    }
}
