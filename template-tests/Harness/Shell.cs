using System.Collections.Concurrent;
using System.Diagnostics;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>Runs a program to its end and keeps what it wrote.</summary>
public static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static Task<CommandResult> Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    public static async Task<CommandResult> Run(
        string program,
        string folder,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        TimeSpan? timeout = null)
    {
        var start = Describe(program, folder, arguments, environment);
        using var process = new Process { StartInfo = start };
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => Keep(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(lines, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(timeout ?? Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lines.Enqueue($"Stopped: it took longer than {timeout ?? Patience}.");
            return new CommandResult(start, -1, string.Join('\n', lines));
        }

        return new CommandResult(start, process.ExitCode, string.Join('\n', lines));
    }

    internal static ProcessStartInfo Describe(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        CommandEnvironment.Prepare(start, environment);
        return start;
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
