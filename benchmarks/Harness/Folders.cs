using System.Runtime.CompilerServices;

namespace FastApiStyle.Benchmarks.Harness;

/// <summary>Where the sources stand, and where a run writes.</summary>
internal static class Folders
{
    public static string Benchmarks { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), ".."));

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Benchmarks, ".."));

    /// <summary>What was published, kept for the next run.</summary>
    public static string Published { get; } = Directory.CreateDirectory(Path.Combine(Repository, "artifacts", "benchmarks")).FullName;

    /// <summary>What nobody needs after the run.</summary>
    public static string Work { get; } = Directory.CreateTempSubdirectory("fastapi-style-benchmarks-").FullName;

    public static string Source(string file) => Path.Combine(Benchmarks, file);

    public static string Fresh(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        return Directory.CreateDirectory(folder).FullName;
    }

    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
