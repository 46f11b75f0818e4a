using System.Globalization;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Requests, as many as a server answers: wrk on the second core, one thread, 64 connections.</summary>
internal static class Load
{
    private const string Connections = "64";

    /// <returns>Requests per second.</returns>
    /// <exception cref="Failure">An answer had another status than it should have, or a request had no answer.</exception>
    public static async Task<double> RunAsync(Server server, Operation operation, int seconds, CancellationToken cancellation)
    {
        string[] body = operation.Body is { } file ? [Folders.Source(file)] : [];
        var said = await Command.RunAsync(Folders.Benchmarks, cancellation,
            ["taskset", "-c", Machine.ClientCore, "wrk", "-t", "1", "-c", Connections, "-d", $"{seconds}", "--timeout", "20s", "-s", "load.lua",
                $"http://127.0.0.1:{server.Port}{operation.Path}", "--", operation.Method, .. body]);

        var result = said.Split('\n').Single(line => line.StartsWith("RESULT ", StringComparison.Ordinal)).Split(' ')[1..]
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var (rate, requests, refused, lost) = (result[0], result[1], result[2], result[3]);
        var isRefused = operation.Statuses[0] >= 400;
        return lost == 0 && requests > 0 && refused == (isRefused ? requests : 0)
            ? rate
            : throw new Failure($"{operation.Name}: of {requests} requests {refused} were refused and {lost} lost.\n{said}");
    }
}
