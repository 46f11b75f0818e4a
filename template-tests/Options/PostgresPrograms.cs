using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>The server that the tests of a scaffold on PostgreSQL start: Debian's, installed once where it may be.</summary>
internal static class PostgresPrograms
{
    private static readonly Lazy<bool> There = new(() => AreThere() || (Debian.Install("postgresql") && AreThere()));

    public static void MustBeThere() =>
        Assert.True(There.Value, "There is no PostgreSQL server: install it (on Debian: apt-get install postgresql), or name one in TEST_DATABASE.");

    private static bool AreThere() =>
        Environment.GetEnvironmentVariable("TEST_DATABASE") is { Length: > 0 }
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "initdb")))
        || (Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql")
            .Any(version => File.Exists(Path.Combine(version, "bin", "initdb"))));
}
