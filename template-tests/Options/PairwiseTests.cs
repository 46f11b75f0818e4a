using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Feature;
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
        var met = Pairwise.Rows.SelectMany(Pairwise.PairsOf).ToHashSet();

        Assert.Empty(Pairwise.All.Except(met));
        Assert.InRange(Pairwise.Rows.Count, 9, 15);
        Assert.InRange(Pairwise.Rows.Count(row => !row.Has("tests")), 1, 4);
    }

    [Fact]
    public void The_example_of_the_documentation_is_among_them() =>
        Assert.Contains(Pairwise.Rows, row => row.ToString()
            .StartsWith("--database postgres --auth oidc --errors fastapi --naming snake_case", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Builds_without_a_warning_and_passes_its_own_tests_with_a_second_feature_too(string options)
    {
        var index = Pairwise.Rows.ToList().FindIndex(row => row.ToString() == options);
        var row = Pairwise.Rows[index];
        if (row["database"] == "postgres" && row.Has("tests"))
        {
            PostgresPrograms.MustBeThere();
        }

        var scaffold = await Scaffold.Create(Names[index % Names.Length], row.Arguments);
        // EF Core writes a migration in a quarter of a minute: of the rows that test one, each database has it once.
        var hasFeature = row["database"] == "none" || !row.Has("tests")
            || Pairwise.Rows.First(other => other.Has("tests") && other["database"] == row["database"]).Equals(row);
        if (hasFeature)
        {
            await scaffold.AddFeature("OrderLine");
        }
        if (hasFeature && row.Has("tests") && row["database"] != "none")
        {
            await scaffold.AddMigration("AddOrderLines");
        }
        var document = hasFeature && row.Has("tests") ? JsonNode.Parse(scaffold.Read("openapi.json")) : null;
        var result = await (!row.Has("tests") ? scaffold.Build()
            : scaffold.Test(new Dictionary<string, string> { ["UPDATE_OPENAPI"] = document is null ? "" : "true" }));

        Assert.DoesNotMatch(@"Skipped:\s+[1-9]", result.Output);
        if (document is not null)
        {
            var grown = JsonNode.Parse(scaffold.Read("openapi.json"));
            Assert.Contains("/order-lines", grown!["paths"]!.AsObject().Select(path => path.Key));
            Assert.Empty(AddedFeature.MissingFrom(grown, document));
        }
        Directory.Delete(scaffold.Folder, recursive: true);
    }
}
