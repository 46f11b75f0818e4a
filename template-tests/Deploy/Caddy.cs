using System.Diagnostics;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>The proxy of compose.yaml, as that configures it, on a free port of 127.0.0.1.</summary>
internal sealed class Caddy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<string?> Found = new(() => Programs.Find("caddy") ?? (Debian.Install("caddy") ? Programs.Find("caddy") : null));

    private const string HowToGet = "There is no Caddy on the PATH: install it (on Debian: apt-get install caddy).";

    private readonly Process process;

    private Caddy(Process process, int port) =>
        (this.process, Client) = (process, new() { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = Patience });

    /// <summary>Why no test can have it, or null where one can, or must.</summary>
    public static string? WhyNot => Programs.MustBeThere || Found.Value is not null ? null : HowToGet;

    /// <summary>A client of the proxy.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it with two instances behind it, and waits until it serves.</summary>
    public static async Task<Caddy> Start(ComposeFile compose, ServiceProcess first, ServiceProcess second)
    {
        var (folder, port) = (Workspace.NewFolder("-caddy"), Loopback.FreePort());
        var file = compose.Config("proxy")
            .Replace("first:8080", first.Address.Authority, StringComparison.Ordinal)
            .Replace("second:8080", second.Address.Authority, StringComparison.Ordinal)
            .Replace(":8090 {", $":{port} {{\n  bind 127.0.0.1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "Caddyfile"), file);
        var start = Shell.Describe(Found.Value ?? throw new InvalidOperationException(HowToGet), folder, ["run"], new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["XDG_CONFIG_HOME"] = folder,
            ["XDG_DATA_HOME"] = folder,
        });
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var caddy = new Caddy(process, port);
        await caddy.Serves();
        return caddy;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }

    private async Task Serves()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Assert.False(process.HasExited, "Caddy has ended.");
            try
            {
                using var answer = await Client.GetAsync("/health/live", patience.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }
}

/// <summary>A test that needs Caddy: skipped, with a word on how to get it, where there is none. With CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaddyFactAttribute : FactAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Caddy.WhyNot;
        set => base.Skip = value;
    }
}
