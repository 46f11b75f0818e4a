using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>A scaffold's service, running on a free port of 127.0.0.1, with a database of its own.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(ProcessStartInfo start) => process = new Process { StartInfo = start };

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => Client.BaseAddress!;

    public int Id => process.Id;

    public string Log => string.Join('\n', lines);

    /// <summary>Starts the service and waits until it listens; <c>Development</c> unless the environment says otherwise.</summary>
    public static Task<ServiceProcess> Start(
        Scaffold scaffold, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        Listening(Launch(scaffold, environment, arguments));

    /// <summary>Starts what was published, in its folder, and waits until it listens.</summary>
    /// <param name="folder">Where it was published.</param>
    /// <param name="service">The command that runs it.</param>
    /// <param name="environment">Its settings, all of them.</param>
    public static Task<ServiceProcess> StartPublished(
        string folder, string[] service, IReadOnlyDictionary<string, string> environment)
    {
        string[] command = [.. service, "--urls", "http://127.0.0.1:0"];
        var started = new ServiceProcess(Shell.Describe(command[0], folder, command[1..], environment));
        started.Begin();
        return Listening(started);
    }

    /// <summary>Starts the service without waiting for anything, for services that are meant to refuse to start.</summary>
    public static ServiceProcess Launch(
        Scaffold scaffold, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(Workspace.NewFolder("-data"), "app.db")}",
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            settings[key] = value;
        }

        var command = new[] { scaffold.ServiceDll, "--urls", "http://127.0.0.1:0" }.Concat(arguments);
        var service = new ServiceProcess(Shell.Describe("dotnet", scaffold.ServiceProject, command, settings));
        service.Begin();
        return service;
    }

    /// <summary>Asks the service to stop, as an orchestrator does.</summary>
    public Task Terminate() => Signal("TERM");

    /// <summary>Ends the service as a power cut does.</summary>
    public void Kill() => process.Kill();

    public async Task<int> WaitForExit(TimeSpan? timeout = null)
    {
        await process.WaitForExitAsync().WaitAsync(timeout ?? Patience);
        return process.ExitCode;
    }

    public async Task WaitForLog(string text, TimeSpan? timeout = null)
    {
        using var patience = new CancellationTokenSource(timeout ?? Patience);
        while (!Log.Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        Client?.Dispose();
        process.Dispose();
    }

    private static async Task<ServiceProcess> Listening(ServiceProcess service)
    {
        var exited = service.process.WaitForExitAsync();
        var first = await Task.WhenAny(service.listening.Task, exited, Task.Delay(Patience));
        if (first != service.listening.Task)
        {
            var end = exited.IsCompleted ? $"ended with {service.process.ExitCode}" : "is silent";
            var log = service.Log;
            await service.DisposeAsync();
            throw new XunitException($"The service {end} instead of listening.\n{log}");
        }

        service.Client = new HttpClient(new KilledServerHandler()) { BaseAddress = await service.listening.Task, Timeout = Patience };
        return service;
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex ListeningLine();

    private async Task Signal(string name) =>
        (await Shell.Run("kill", Workspace.Root, [$"-{name}", $"{Id}"])).MustSucceed();

    private void Begin()
    {
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }
}
