using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Launch">How it is started.</param>
/// <param name="Operations">What it serves of the four.</param>
/// <param name="IsVariant">Whether it is another peer in another form, of which only the rates are looked at.</param>
internal sealed record Peer(string Name, Launch Launch, IReadOnlyList<Operation> Operations, bool IsVariant = false)
{
    public const string Scaffold = "scaffold";
    public const string Bare = "bare Kestrel";
    public const string WebApi = "webapi";
    public const string FastApi = "FastAPI, async def";

    /// <summary>FastAPI with a handler that is no coroutine, as it is where a database's driver blocks.</summary>
    public const string FastApiDef = "FastAPI, def";

    /// <summary>The scaffold as it is delivered: a line of the log for each request.</summary>
    public const string WithLog = "scaffold, with its log";

    public Server Start(CancellationToken cancellation) => Server.Start(Launch, Operation.Text.Path, cancellation);
}
