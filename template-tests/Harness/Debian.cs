namespace FastApiStyle.TemplateTests.Harness;

/// <summary>Packages of Debian and Ubuntu that tests need, installed once where that is allowed.</summary>
internal static class Debian
{
    private static readonly Lock Turn = new();

    public static bool Install(string package)
    {
        // Tests run side by side, and apt-get does not.
        using var turn = Turn.EnterScope();
        if (!File.Exists("/etc/debian_version") || BecomeRoot() is not { } root)
        {
            return false;
        }

        Console.WriteLine($"Installing what the tests need, once: apt-get install {package}");
        return Run([.. root, "apt-get", "update"]) && Run([.. root, "apt-get", "install", "-y", "--no-install-recommends", package]);
    }

    /// <returns>What to write before a command so that root runs it, or null where that needs a password.</returns>
    private static string[]? BecomeRoot() =>
        Environment.UserName == "root" ? []
        : Run(["sudo", "-n", "true"]) ? ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
        : null;

    private static bool Run(string[] command)
    {
        try
        {
            var unattended = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            return Task.Run(() => Shell.Run(command[0], Path.GetTempPath(), command[1..], unattended)).Result.ExitCode == 0;
        }
        catch (AggregateException error) when (error.InnerException is System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
