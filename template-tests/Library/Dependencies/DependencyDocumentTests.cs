using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using FastApiStyle.TemplateTests.Library.Features.Desks;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>What dependencies take and how they refuse stands on every operation that reaches them.</summary>
public sealed class DependencyDocumentTests : IAsyncLifetime
{
    private LibraryService service = null!;
    private JsonNode paths = null!;

    public async Task InitializeAsync()
    {
        service = await DesksService.Start();
        paths = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!["paths"]!;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("/desks/branches post", "query limit, header X-Branch !, query hall, cookie theme")]
    [InlineData("/desks/crumbs get", "cookie first-crumb, cookie last-crumb")]
    [InlineData("/desks/{id} get", "path id !")]
    [InlineData("/desks/{id}/notes post", "query limit !, path id !")]
    [InlineData("/desks/greeting get", "header X-Branch !, query hall, cookie theme")]
    [InlineData("/guarded/words get", "")]
    public void Its_parameters_are_those_of_the_operation(string operation, string parameters) => Assert.Equal(parameters, string.Join(", ",
        (paths.At(operation)!["parameters"]?.AsArray() ?? []).Select(each => $"{each!["in"]} {each["name"]}{((bool?)each["required"] == true ? " !" : "")}")));

    [Fact]
    public void They_have_their_words_and_their_rules()
    {
        var parameters = paths.At("/desks/branches post parameters")!.AsArray();

        Assert.Equal("The number of the branch.", (string?)parameters[1]!["description"]);
        Assert.Equal(3, (int?)parameters[2].At("schema maxLength"));
        Assert.Equal("A", (string?)parameters[2].At("schema default"));
        Assert.Equal("The hall.", (string?)parameters[2]!["description"]);
        Assert.Equal("How it looks.", (string?)parameters[3]!["description"]);
        Assert.Equal("Where it begins.", (string?)paths.At("/desks/crumbs get parameters 0 description"));
        Assert.Equal(5, (int?)paths.At("/desks/crumbs get parameters 0 schema maxLength"));
        Assert.Equal("The number of the desk.", (string?)paths.At("/desks/{id}/notes post parameters 1 description"));
    }

    [Theory]
    [InlineData("/desks/branches post", "200, 404, 413, 415, 422")]
    [InlineData("/desks/{id}/notes post", "200, 401, 403, 404, 413, 415, 422")]
    [InlineData("/desks/{id} get", "200, 401, 403, 404, 422")]
    [InlineData("/desks/open get", "200")]
    [InlineData("/desks/viewed get", "200")]
    [InlineData("/guarded/words get", "200, 401, 403")]
    [InlineData("/keyed get", "200, 401, 422")]
    public void Its_refusals_are_those_of_the_operation(string operation, string statuses) =>
        Assert.Equal(statuses, string.Join(", ", paths.At($"{operation} responses")!.AsObject().Select(response => response.Key)));

    [Theory]
    [InlineData("/desks/{id}/notes post responses 401", "Nobody knows you.")]
    [InlineData("/desks/{id}/notes post responses 403", "You are banned.")]
    [InlineData("/desks/{id}/notes post responses 404", "There is no such desk.")]
    [InlineData("/desks/{id} get responses 404", "Go and find another one.")]
    [InlineData("/guarded/words get responses 401", "Nobody knows you.")]
    public void Refusals_have_the_words_of_the_dependency_where_the_handler_has_none(string response, string words) =>
        Assert.Equal(words, (string?)paths.At(response)!["description"]);

    [Fact]
    public void Words_for_developers_stay_out()
    {
        Assert.Equal("Take a note.", (string?)paths.At("/desks/{id}/notes post summary"));
        Assert.DoesNotContain("developers", paths.ToJsonString());
    }

    [Theory]
    [InlineData("/desks/{id}/notes post", """[{"SignIn":[]}]""")]
    [InlineData("/guarded/words get", """[{"SignIn":[]}]""")]
    [InlineData("/desks/viewed get", """[{},{"SignIn":[]}]""")]
    [InlineData("/desks/open get", "[]")]
    [InlineData("/desks/branches post", "[]")]
    [InlineData("/keyed get", "[]")]
    public void Who_signs_in_follows_from_the_dependencies(string operation, string security) =>
        Assert.Equal(security, paths.At(operation)!["security"]!.ToJsonString());

    [Theory]
    [InlineData("/desks/{id}/notes post", true)]
    [InlineData("/keyed get", null)]
    public void A_401_of_a_dependency_says_how_to_sign_in_where_one_can(string operation, bool? always) =>
        Assert.Equal(always, (bool?)paths.At($"{operation} responses 401 headers WWW-Authenticate")!["required"]);

    [Fact]
    public async Task The_contract_test_attacks_them_too()
    {
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "anna");

        var report = await Contract.AttackAsync(service.Client, attack => attack.Give("readKeyed.X-Key", Key.Open));

        Assert.Matches(@"(?m)^createNote .* 200 ×\d+, 401 ×4", $"{report}");
        Assert.Matches(@"(?m)^readKeyed .* 200 ×\d+, 401 ×\d+, 422 ×\d", $"{report}");
        Assert.Matches(@"(?m)^createBranch .* 200 ×\d+.* 422 ×\d{2,}", $"{report}");
    }
}
