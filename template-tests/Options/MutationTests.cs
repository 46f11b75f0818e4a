using FastApiStyle.TemplateTests.Harness;
using Xunit.Sdk;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>The template, broken on purpose for one combination: the tests of the options must see it there.</summary>
public sealed class MutationTests
{
    private const string Service = "src/FastApi-Service/";

    public static TheoryData<string, string, string?, string, string, string> Mutations { get; } = new()
    {
        // A condition that no value fulfils.
        { "FastApi-Service.slnx", "#if (tests)", "#if (test)", "tests", "true", "the solution and the files do not agree on tests/Shop.Tests/Shop.Tests.csproj" },
        { "Directory.Packages.props", "(database == \"postgres\")", "(database == \"postgre\")", "database", "postgres", "Directory.Packages.props and the projects do not agree on Npgsql" },
        // A condition that no value unfulfils.
        { "README.md", "#if (tests)", "#if (tests || !tests)", "tests", "false", "README.md says 'dotnet test'" },
        // A condition without an end.
        { $"{Service}appsettings.json", "//#if (auth == \"jwt\")", "", "auth", "none", "appsettings.json" },
        // A file that is brought in, gone.
        { $".variants/database/none/{Service}Data/Memory.cs", "", null, "database", "none", "uses Shop.Data, which no file declares" },
        // Words that stand where no condition guards them.
        { "README.md", "## Read\n", "## Read\n\nSee `Features/Items`.\n", "sample", "false", "README.md mentions Features/Items, which is not there" },
        { $"{Service}Features/Users/UsersFeature.cs", "\n", "\n// As /items does.\n", "sample", "false", "UsersFeature.cs says '/items'" },
        { $"{Service}Hosting/Health.cs", "\n", "\n// SQLite locks.\n", "database", "none", "Health.cs says 'SQLite'" },
        // A blank line that is left of what a condition took out.
        { "compose.yaml", "    read_only: true\n", "\n    #if (database == \"sqlite\")\n    #endif\n\n    read_only: true\n", "database", "none", "compose.yaml says '\\n\\n\\n'" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public async Task Is_seen_by_the_reading_of_the_product(string file, string text, string? instead, string option, string value, string seam)
    {
        using var engine = new Engine(Mutant(file, text, instead));
        var combination = Combinations.Default.With(option, value);

        var seams = Seams.Of(await engine.Create(combination), combination);

        Assert.Contains(seams, found => found.Contains(seam, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_variant_that_does_not_compile_is_seen_by_the_build()
    {
        var file = $".variants/auth/oidc/{Service}Features/Auth/AuthSetup.cs";
        using var engine = new Engine(Mutant(file, "\n    }\n", "\n        Nonsense();\n    }\n"));
        var broken = await engine.Create(Pairwise.Rows.First(row => row["auth"] == "oidc"));

        var failure = await Assert.ThrowsAsync<XunitException>(broken.Build);

        Assert.Contains("CS0103: The name 'Nonsense'", failure.Message);
    }

    [Fact]
    public async Task A_folder_of_variants_that_is_gone_is_seen_by_the_engine()
    {
        var folder = Copy();
        Directory.Delete(Path.Combine(folder, ".variants", "auth", "none"), recursive: true);
        using var engine = new Engine(folder);

        await Assert.ThrowsAnyAsync<XunitException>(() => engine.Create(Combinations.Default.With("auth", "none")));
    }

    /// <param name="file">What to break.</param>
    /// <param name="text">What goes, where it stands first.</param>
    /// <param name="instead">What comes in its place; null takes the whole file.</param>
    private static string Mutant(string file, string text, string? instead)
    {
        var folder = Copy();
        var path = Path.Combine(folder, file);
        var original = File.ReadAllText(path);
        if (instead is null)
        {
            File.Delete(path);
            return folder;
        }

        var at = original.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {text}");
        File.WriteAllText(path, original[..at] + instead + original[(at + text.Length)..]);
        return folder;
    }

    private static string Copy()
    {
        var folder = Workspace.NewFolder("-mutant");
        Tree.Copy(Repository.Template, folder);
        return folder;
    }
}
