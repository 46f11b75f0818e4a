using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Articles;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>Whether one signs in stands in the code: in a route that asks for it, in a handler that would like to know.</summary>
public sealed class SignInTests
{
    [Theory]
    [InlineData("/articles", "post", """[{"SignIn":[]}]""")]
    [InlineData("/articles", "get", """[{},{"SignIn":[]}]""")]
    [InlineData("/articles/{slug}", "get", "[]")]
    [InlineData("/members/login", "post", "[]")]
    public async Task The_document_says_who_must_sign_in_and_who_may(string path, string method, string security)
    {
        await using var service = await new LibraryService(typeof(ArticlesFeature)) { Add = TokenUsers.Add }.Start();

        var operation = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!["paths"]![path]![method]!;

        Assert.Equal(security, operation["security"]!.ToJsonString());
    }

    [Fact]
    public async Task A_wrong_password_needs_no_header_that_says_how_to_sign_in()
    {
        await using var service = await new LibraryService(typeof(ArticlesFeature)) { Add = TokenUsers.Add }.Start();

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        var paths = document["paths"]!;
        Assert.Null(paths["/members/login"]!["post"]!["responses"]!["401"]!["headers"]);
        Assert.Equal("#/components/responses/Unauthorized", (string?)paths["/articles"]!["post"]!["responses"]!["401"]!["$ref"]);
        Assert.NotNull(document["components"]!["responses"]!["Unauthorized"]!["headers"]!["WWW-Authenticate"]);
    }
}
