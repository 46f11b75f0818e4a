using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>What the library's validation costs, beside the same rules in a filter of a few lines, and beside nothing.</summary>
internal static class Validation
{
    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        Machine.Prepare();
        await Debian.NeedAsync("wrk", "wrk", cancellation);
        using var core = Machine.TakeClientCore();
        var launch = Launch.Dotnet(AppContext.BaseDirectory, "Benchmarks.dll");
        launch = launch with { Command = port => ["dotnet", "Benchmarks.dll", "serve", "--urls", $"http://127.0.0.1:{port}"] };
        using var server = Server.Start(launch.CountingMethods(), "/ready", cancellation);

        var operations = Api.Routes.Select(route => new Operation(route, route, "item.json", 200)).ToList();
        // In turn, so that none profits from what another has warmed up.
        await WarmUp.RunAsync(server, operations, cancellation);

        var rates = operations.ToDictionary(operation => operation.Path, _ => new List<double>());
        for (var round = 0; round < RunSettings.Rounds; round++)
        {
            for (var turn = 0; turn < operations.Count; turn++)
            {
                var operation = operations[(round + turn) % operations.Count];
                rates[operation.Path].Add(await Load.RunAsync(server, operation, RunSettings.SecondsPerRound, cancellation));
            }
        }

        foreach (var (route, all) in rates)
        {
            Console.WriteLine($"{route}: {Ratio.Of(all).Median:0} per second");
        }
        var report = new Report("validation");
        report.AtLeast(0.98, "full ÷ fluent", Ratio.Of(rates["/full"], rates["/fluent"]));
        report.AtLeast(0.92, "full ÷ none", Ratio.Of(rates["/full"], rates["/none"]));
        return report.Close();
    }
}
