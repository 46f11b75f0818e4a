namespace FastApiStyle.TemplateTests.Harness;

/// <summary>Programs of the operating system that some tests need.</summary>
internal static class Programs
{
    /// <summary>With CI=true a test fails without its program; elsewhere it is skipped.</summary>
    public static bool MustBeThere => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <returns>The first of them on the PATH, or null for none.</returns>
    public static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .SelectMany(path => OperatingSystem.IsWindows() ? new[] { $"{path}.exe", $"{path}.cmd" } : [path])
            .FirstOrDefault(File.Exists);
}
