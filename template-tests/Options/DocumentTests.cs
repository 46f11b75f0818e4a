using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>
/// The pairwise builds compare some of the documents with services. Here each of the others is compared with a neighbour.
/// </summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Names { get; } = new(Documents.All.Select(Documents.Name));

    [Fact]
    public async Task Every_combination_has_one()
    {
        if (DocumentUpdate.IsWanted)
        {
            await DocumentUpdate.Run();
        }

        var committed = Directory.GetDirectories(Documents.Folder).Select(folder => Path.GetFileName(folder));

        Assert.Equal(24, Documents.All.Count);
        Assert.Equal(
            Documents.All.Where(made => !Equals(made, Combinations.Default)).Select(Documents.Name).Except([Documents.Name(Combinations.Default)]).Order(),
            committed.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_adds_its_operations_and_their_schemas(string name)
    {
        var made = Named(name);
        var without = Documents.Of(made.With("sample", "false"));

        Same(Documents.WithoutSample(Documents.Of(made.With("sample", "true"))), without);
        Assert.DoesNotContain(Documents.Operations(without), operation => operation.ToJsonString().Contains("items\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_error_format_changes_nothing_but_the_bodies_of_errors_and_names_of_forms(string name)
    {
        var made = Named(name);

        Same(
            Documents.WithoutErrors(Documents.Of(made.With("errors", "problem"))),
            Documents.WithoutErrors(Documents.Of(made.With("errors", "fastapi"))));
        var document = Documents.Of(made);
        Assert.All(
            Documents.Operations(document).SelectMany(operation => operation["responses"]!.AsObject()).Where(answer => answer.Key[0] == '4'),
            answer => Assert.Equal(
                made["errors"] == "problem" ? "application/problem+json" : "application/json",
                Assert.Single(Documents.Resolve(document, answer.Value!)["content"]!.AsObject()).Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_naming_changes_nothing_but_names(string name)
    {
        var made = Named(name);
        var camel = Documents.Of(made.With("naming", "camelCase"));
        var snake = Documents.Of(made.With("naming", "snake_case"));

        Same(Documents.InSnakeCase(camel), Documents.InSnakeCase(snake));
        // Items and users have a name of two words.
        Assert.Equal(made.Has("sample") || made["auth"] == "jwt", snake.ToJsonString().Contains("created_at", StringComparison.Ordinal));
        Assert.DoesNotContain("createdAt", snake.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Signing_in_is_told_as_it_is_done(string name)
    {
        var made = Named(name);
        var document = Documents.Of(made);

        var schemes = document["components"]?["securitySchemes"]?.ToJsonString() ?? "";
        Assert.Equal(made["auth"] == "jwt", document["paths"]!.AsObject().ContainsKey("/users"));
        Assert.Equal(made["auth"] == "jwt", document["paths"]!.AsObject().ContainsKey("/token"));
        Assert.Equal(made["auth"] == "none", schemes.Length == 0);
        // Without the sample, an external issuer guards nothing yet.
        Assert.Equal(
            made["auth"] == "jwt" || (made["auth"] == "oidc" && made.Has("sample")),
            Documents.Operations(document).Any(operation => operation["responses"]!.AsObject().ContainsKey("401")));
    }

    private static Combination Named(string name) => Documents.All.Single(made => Documents.Name(made) == name);

    private static void Same(JsonNode expected, JsonNode actual)
    {
        if (!JsonNode.DeepEquals(expected, actual))
        {
            Assert.Equal(expected.ToJsonString(Documents.Plain), actual.ToJsonString(Documents.Plain));
        }
    }
}
