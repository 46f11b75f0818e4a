using System.Diagnostics;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The same for every command, whoever runs the tests and wherever: no locale, terminal or <c>DOTNET_*</c> of theirs.</summary>
internal static class CommandEnvironment
{
    // What the names of all others start with that a command gets.
    private static readonly string[] Kept =
    [
        // Where programs and the user's files are.
        "PATH", "HOME", "USER", "LOGNAME", "XDG_", "TMP", "TEMP", "LD_LIBRARY_PATH", "DYLD_",
        "DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_CLI_HOME", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        // Windows runs little without.
        "OS", "SYSTEM", "WINDIR", "COMSPEC", "PROGRAM", "COMMONPROGRAM", "ALLUSERSPROFILE", "APPDATA", "LOCALAPPDATA", "PROCESSOR_",
        // How packages are restored.
        "NUGET", "VSS_NUGET_", "RESTORE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_",
        "NPM_CONFIG_", "NODE_EXTRA_CA_CERTS",
        "TEST_DATABASE",
    ];

    public static void Prepare(ProcessStartInfo start, IReadOnlyDictionary<string, string>? extra)
    {
        var environment = start.Environment;
        foreach (var key in environment.Keys.Where(key => !IsKept(key)).ToList())
        {
            environment.Remove(key);
        }

        // Services, issuers and databases of tests are behind no proxy.
        _ = environment.TryGetValue("no_proxy", out var direct) || environment.TryGetValue("NO_PROXY", out direct);
        environment["no_proxy"] = $"127.0.0.1,localhost,{direct}";
        environment["TZ"] = "UTC";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (key, value) in extra ?? new Dictionary<string, string>())
        {
            environment[key] = value;
        }
    }

    private static bool IsKept(string key) => Kept.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
