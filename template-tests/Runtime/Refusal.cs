using System.Diagnostics;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>How a service ended that would not start.</summary>
internal sealed record Refusal(int ExitCode, string Errors, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<Refusal> Of(
        Dictionary<string, string> settings, string environment = "Development", params string[] arguments)
    {
        var scaffold = await Scaffold.Built;
        var all = new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["ConnectionStrings__Default"] = $"Data Source={Path.Combine(Workspace.NewFolder("-data"), "app.db")}",
        };
        using var process = new Process
        {
            StartInfo = Shell.Describe(
                "dotnet", scaffold.ServiceProject, [scaffold.ServiceDll, "--urls", "http://127.0.0.1:0", .. arguments], all),
        };
        process.Start();
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            return new Refusal(-1, "It has started.", await output);
        }

        return new Refusal(process.ExitCode, await errors, await output);
    }

    /// <summary>Checks that one sentence says why, and that nothing else does.</summary>
    public void MustSay(string what)
    {
        Assert.True(ExitCode == 1, $"Exit code {ExitCode}\n{Errors}\n{Output}");
        var sentence = Assert.Single(Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(what, sentence);
        Assert.EndsWith(".", sentence.TrimEnd());
        Assert.DoesNotContain("   at ", Errors + Output);
        Assert.DoesNotContain("Exception", Errors + Output);
        Assert.DoesNotContain("Now listening on", Output);
    }
}
