using System.Diagnostics;
using System.Globalization;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>The machine: who runs where, and whether it is at rest.</summary>
internal static class Machine
{
    public const string ServerCore = "0";
    public const string ClientCore = "1";

    /// <summary>Says what is measured, and when.</summary>
    public static void Prepare()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new Failure("It takes Linux: taskset, wrk and /proc.");
        }
        // Of the machine, not of this process.
        if (Processors().Count < 2)
        {
            throw new Failure("It takes two cores: one for the server, one for the client.");
        }
        if (Load() > 0.5)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The machine is busy (load {Load()}): do not trust what follows."));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}, {Processors().Count} cores of {Processors()[0]}, .NET {Environment.Version}, {Environment.OSVersion.VersionString}"));
        Console.WriteLine();
    }

    /// <summary>Stays away from the core of the servers: what this process does now is a client's.</summary>
    /// <returns>Ends it: what is built has both cores.</returns>
    public static IDisposable TakeClientCore() => new OnCore();

    private static double Load() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static List<string> Processors() =>
        [.. File.ReadLines("/proc/cpuinfo").Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => line.Split(':', 2)[1].Trim())];

#pragma warning disable CA1416 // Prepare has refused everything else than Linux.
    private sealed class OnCore : IDisposable
    {
        private readonly Process self = Process.GetCurrentProcess();
        private readonly nint before;

        public OnCore()
        {
            before = self.ProcessorAffinity;
            self.ProcessorAffinity = 1 << 1;
        }

        public void Dispose()
        {
            self.ProcessorAffinity = before;
            self.Dispose();
        }
    }
#pragma warning restore CA1416
}
