using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Contract;

/// <summary>The contract test that a scaffold brings along.</summary>
public sealed class ContractTestTests
{
    private static readonly Lazy<Task<string>> FailedAttack = new(async () =>
    {
        var result = await Run(await WithFeatures("Contract/Drifts"), updates: true);
        Assert.NotEqual(0, result.ExitCode);
        return result.Output;
    });

    [Fact]
    public async Task Features_of_every_kind_are_covered_without_a_line_and_keep_their_contract()
    {
        var scaffold = await WithFeatures("Contract/Features");

        var result = await Run(scaffold, updates: true);

        result.MustSucceed();
        Assert.Matches(@"Passed!\s+- Failed:\s+0, Passed:\s+2,", result.Output);
        Assert.Contains("\"/people/{id}\"", scaffold.Read("openapi.json"));
    }

    [Fact]
    public async Task A_change_of_the_contract_is_shown_until_the_committed_file_is_refreshed()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        var schemas = Path.Combine(scaffold.ServiceProject, "Features", "Items", "ItemSchemas.cs");
        await File.WriteAllTextAsync(schemas, (await File.ReadAllTextAsync(schemas)).Replace("InclusiveBetween(1, 100)", "InclusiveBetween(1, 50)"));
        const string test = "The_committed_document_is_the_one_that_is_served";

        var before = await Run(scaffold, test: test);
        await Run(scaffold, updates: true);
        var after = await Run(scaffold, test: test);

        Assert.NotEqual(0, before.ExitCode);
        Assert.Contains("/paths/~1items/get/parameters/0/schema/maximum: 100 → 50", before.Output);
        Assert.Contains("dotnet test --environment UPDATE_OPENAPI=true", before.Output);
        after.MustSucceed();
    }

    [Theory]
    [InlineData("readRenamed", "title")]
    [InlineData("readTeapot", "418, which is not documented")]
    [InlineData("createHidden", "expected that it is taken, for the document allows it, and got 422")]
    [InlineData("createStars", "expected 422 for broken maximum at body.count, and got 200")]
    [InlineData("createNote", "expected 422 for broken required at body.text, and got 204")]
    public async Task A_drift_is_caught_and_shown(string operation, string fault)
    {
        var output = await FailedAttack.Value;

        Assert.Matches($"(?m)^\\s*{operation}: .*{Regex.Escape(fault)}", output);
    }

    [Fact]
    public async Task A_drift_of_one_feature_is_blamed_on_no_other()
    {
        var output = await FailedAttack.Value;

        Assert.DoesNotMatch("(?m)^\\s*(createItem|listItems|readItem|updateItem|deleteItem|createUser|readCurrentUser|createToken):", output);
        Assert.Contains("curl -i -X GET", output);
    }

    private static async Task<Scaffold> WithFeatures(string folder)
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        scaffold.AddFeatures(folder);
        return scaffold;
    }

    private static Task<CommandResult> Run(Scaffold scaffold, bool updates = false, string test = "ContractTests")
    {
        string[] update = updates ? ["--environment", "UPDATE_OPENAPI=true"] : [];
        return Shell.Dotnet(scaffold.Folder, ["test", "-nodeReuse:false", "--filter", $"FullyQualifiedName~{test}", .. update]);
    }
}
