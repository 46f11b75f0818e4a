namespace FastApiStyle.Benchmarks.Harness;

/// <summary>
/// Load until the runtime has compiled for good what each operation needs. On one core, which the load keeps busy, its compiler
/// waits long for its turn: rates stand still for half a minute, and double then, so it is the compiler that is looked at.
/// </summary>
internal static class WarmUp
{
    private const int Window = 5;

    // At most so many times as long as at least.
    private const int Patience = 10;

    // Passes one after another in which next to nothing was compiled: its list comes in blocks of some thirty.
    private const int QuietPasses = 2;
    private const int Few = 50;

    public static async Task RunAsync(Server server, IReadOnlyList<Operation> operations, CancellationToken cancellation)
    {
        var least = Math.Max(1, RunSettings.WarmUp / Window);
        var quiet = 0;
        for (var pass = 1; pass <= least || quiet < QuietPasses; pass++)
        {
            if (pass > Patience * least)
            {
                Console.Error.WriteLine("It is not warm yet: the runtime still compiles. What follows may be too low.");
                return;
            }
            var compiled = server.CompiledMethods;
            foreach (var operation in operations)
            {
                await Load.RunAsync(server, operation, Math.Min(Window, Math.Max(1, RunSettings.WarmUp)), cancellation);
            }
            quiet = server.CompiledMethods - compiled < Few ? quiet + 1 : 0;
        }
    }
}
