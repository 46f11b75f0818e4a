using System.Globalization;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>How long and how often, for short tries from the environment; what is published comes from the defaults.</summary>
internal static class RunSettings
{
    public static int Rounds { get; } = Number("ROUNDS", 5);

    public static int SecondsPerRound { get; } = Number("SECONDS_PER_ROUND", 5);

    /// <summary>How many seconds of load by each operation warm a server up, at least; ten times as many at most.</summary>
    public static int WarmUp { get; } = Number("WARM_UP", 15);

    /// <summary>Whether to publish anew; <c>BUILD=false</c> measures once more what the last run has published.</summary>
    public static bool Build { get; } = !string.Equals(Environment.GetEnvironmentVariable("BUILD"), "false", StringComparison.OrdinalIgnoreCase);

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
