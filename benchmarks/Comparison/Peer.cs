using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Launch">How it is started.</param>
/// <param name="Operations">What it serves of the four.</param>
/// <param name="Compiles">Whether its code gets faster under load, as .NET's does.</param>
internal sealed record Peer(string Name, Launch Launch, IReadOnlyList<Operation> Operations, bool Compiles = true)
{
    public const string Scaffold = "scaffold";
    public const string Bare = "bare Kestrel";
    public const string WebApi = "webapi";
    public const string FastApi = "FastAPI";

    /// <summary>The scaffold as it is delivered: a line of the log for each request.</summary>
    public const string WithLog = "scaffold, with its log";

    public Server Start(CancellationToken cancellation) => Server.Start(Launch, Operation.Text.Path, cancellation);
}
