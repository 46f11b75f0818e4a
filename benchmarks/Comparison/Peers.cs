using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>All that are compared, published.</summary>
internal static class Peers
{
    public static async Task<IReadOnlyList<Peer>> PublishAsync(CancellationToken cancellation)
    {
        var scaffold = await Scaffolds.PublishAsync("scaffold", Scaffolds.AddProducts, ["--tests", "false"], cancellation);
        var kestrel = await Publishing.PeerAsync("kestrel", cancellation);
        var webapi = await Publishing.PeerAsync("webapi", cancellation);
        List<Peer> peers =
        [
            new(Peer.Bare, Launch.Dotnet(kestrel, "Kestrel.dll"), [Operation.Text, Operation.Read, Operation.Create]),
            new(Peer.WebApi, Launch.Dotnet(webapi, "WebApi.dll"), Operation.All),
            new(Peer.Scaffold, scaffold, Operation.All),
            new(Peer.WithLog, scaffold.With("Logging__LogLevel__Default", null), [Operation.Read, Operation.Create], IsVariant: true),
        ];
        if (await FastApi.FindAsync(cancellation) is { } serve)
        {
            peers.Add(new(Peer.FastApi, serve("main:app"), Operation.All));
            peers.Add(new(Peer.FastApiDef, serve("blocking:app"), [Operation.Create], IsVariant: true));
        }
        return peers;
    }
}
