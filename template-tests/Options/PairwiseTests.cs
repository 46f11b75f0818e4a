using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>A build and a test run take both cores, so one combination follows the other.</summary>
[Collection(nameof(PairwiseTests))]
public sealed class PairwiseTests
{
    private static readonly string[] Names = ["my-api", "1st.2nd", "class", "My Shop", "日本語.Api"];

    public static TheoryData<string> Rows { get; } = new(Pairwise.Rows.Select(row => row.ToString()));

    [Fact]
    public void Every_two_values_of_two_options_meet()
    {
        var all = Combinations.All.SelectMany(Pairwise.PairsOf).ToHashSet();
        var met = Pairwise.Rows.SelectMany(Pairwise.PairsOf).ToHashSet();

        Assert.Empty(all.Except(met));
        Assert.InRange(Pairwise.Rows.Count, 9, 13);
        Assert.InRange(Pairwise.Rows.Count(row => !row.Has("tests")), 1, 4);
    }

    [Fact]
    public void The_example_of_the_documentation_is_among_them() =>
        Assert.Contains(Pairwise.Rows, row => row.ToString()
            .StartsWith("--database postgres --auth oidc --errors fastapi --naming snake_case", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Builds_without_a_warning_and_passes_its_own_tests(string options)
    {
        var index = Pairwise.Rows.ToList().FindIndex(row => row.ToString() == options);
        var row = Pairwise.Rows[index];
        if (row["database"] == "postgres" && row.Has("tests"))
        {
            PostgresPrograms.MustBeThere();
        }

        var scaffold = await Scaffold.Create(Names[index % Names.Length], ["--no-restore", .. row.Arguments]);
        var result = await (row.Has("tests") ? scaffold.Test() : scaffold.Build());

        Assert.DoesNotMatch(@"Skipped:\s+[1-9]", result.Output);
        Directory.Delete(scaffold.Folder, recursive: true);
    }
}
