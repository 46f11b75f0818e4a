using System.Diagnostics;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>The processes of this run. None is left when it ends, however it ends.</summary>
internal static class Running
{
    private static readonly HashSet<Process> All = [];

    static Running() => AppDomain.CurrentDomain.ProcessExit += (_, _) => End();

    /// <returns>Ends the process where it still runs.</returns>
    public static IDisposable Add(Process process)
    {
        lock (All)
        {
            All.Add(process);
        }
        return new Ending(process);
    }

    private static void End()
    {
        lock (All)
        {
            All.ToList().ForEach(End);
        }
        if (Directory.Exists(Folders.Work))
        {
            Directory.Delete(Folders.Work, recursive: true);
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended meanwhile.
        }
    }

    private sealed class Ending(Process process) : IDisposable
    {
        public void Dispose()
        {
            lock (All)
            {
                All.Remove(process);
            }
            End(process);
        }
    }
}
