using System.Diagnostics;

namespace FastApiStyle.TemplateTests.Harness;

internal static class CommandEnvironment
{
    // The test host hands these down. A user's shell has none of them, and some change what a build or a service does.
    private static readonly string[] Inherited =
        ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "OTEL_", "GITHUB_"];

    public static void Prepare(ProcessStartInfo start, IReadOnlyDictionary<string, string>? extra)
    {
        var environment = start.Environment;
        foreach (var key in environment.Keys.Where(IsInherited).ToList())
        {
            environment.Remove(key);
        }

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

    private static bool IsInherited(string key) =>
        key == "CI" || Inherited.Any(start => key.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
