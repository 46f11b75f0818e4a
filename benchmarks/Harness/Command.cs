using System.Diagnostics;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <returns>What it wrote.</returns>
    /// <exception cref="Failure">It did not succeed.</exception>
    public static async Task<string> RunAsync(string folder, CancellationToken cancellation, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var end = Running.Add(process);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        var said = await output + await errors;
        return process.ExitCode == 0
            ? said
            : throw new Failure($"{string.Join(' ', command)} ended with {process.ExitCode}.\n{said}");
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Exists(string program) => Find(program) is not null;

    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Append("/usr/sbin").Append("/sbin")
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
