namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The programs of a PostgreSQL server: Debian's, installed once where that is allowed.</summary>
internal static class PostgresPrograms
{
    private static readonly Lazy<string?> Found = new(() => Find() ?? (Debian.Install("postgresql") ? Find() : null));

    public static string Folder => Found.Value
        ?? throw new InvalidOperationException("There is no PostgreSQL server: install it (on Debian: apt-get install postgresql).");

    /// <summary>The tests of a scaffold start a server with them, unless TEST_DATABASE names one.</summary>
    public static void MustBeThere() =>
        Assert.True(
            Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 } || Found.Value is not null,
            "There is no PostgreSQL server: install it (on Debian: apt-get install postgresql), or name one in TEST_DATABASE.");

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
                : [])
            .FirstOrDefault(folder => new[] { "initdb", "pg_ctl", "psql" }.All(program => File.Exists(Path.Combine(folder, program))));
}
