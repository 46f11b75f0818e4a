namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The program of a Redis server: Debian's, installed once where that is allowed.</summary>
internal static class RedisPrograms
{
    private static readonly Lazy<string?> Found = new(() => Find() ?? (Debian.Install("redis-server") ? Find() : null));

    public static string Server => Found.Value
        ?? throw new InvalidOperationException("There is no Redis server: install it (on Debian: apt-get install redis-server).");

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);
}
