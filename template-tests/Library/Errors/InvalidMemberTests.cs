using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Features.Guests;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>A member that the code names is named to the client as the client knows it.</summary>
public sealed class InvalidMemberTests
{
    private static readonly JsonNamingPolicy[] Namings = [JsonNamingPolicy.CamelCase, JsonNamingPolicy.SnakeCaseLower];

    [Theory]
    [InlineData("member", """[{"type":"value_error","loc":["body","userName"],"msg":"has been taken"}]""")]
    [InlineData("renamed", """[{"type":"value_error","loc":["body","e-mail"],"msg":"is not theirs"}]""")]
    [InlineData("nested", """[{"type":"value_error","loc":["body","homeAddresses",0,"zipCode"],"msg":"is no place"}]""")]
    [InlineData("lambda", """[{"type":"no_place","loc":["body","homeAddresses",1,"zipCode"],"msg":"is no place"}]""")]
    [InlineData("several", """
        [{"type":"value_error","loc":["body","userName"],"msg":"has been taken"},{"type":"value_error","loc":["body","e-mail"],"msg":"is not theirs"},{"type":"too_long","loc":["body","homeAddresses"],"msg":"are too many"}]
        """)]
    [InlineData("as it is", """[{"type":"none","loc":["body","user-name"],"msg":"is none"}]""")]
    public async Task Of_a_body(string kind, string faults)
    {
        foreach (var naming in Namings)
        {
            var body = new { userName = kind, homeAddresses = new[] { new { zipCode = 1 }, new { zipCode = 2 } } };
            var text = JsonSerializer.Serialize(body).Replace("{\"userName", "{\"e-mail\":\"a@example.com\",\"userName", StringComparison.Ordinal);

            Assert.Equal(InNaming(naming, faults.Trim()), await FaultsOf(naming, HttpMethod.Post, "/guests", InNaming(naming, text)));
        }
    }

    [Fact]
    public async Task Of_whatever_a_handler_is_given()
    {
        foreach (var naming in Namings)
        {
            var body = InNaming(naming, """{"userName":"anna","e-mail":"a@example.com","homeAddresses":[]}""");

            Assert.Equal(
                InNaming(naming, """[{"type":"value_error","loc":["path","roomNumber"],"msg":"is taken"},{"type":"value_error","loc":["header","Last-Word"],"msg":"is rude"},{"type":"value_error","loc":["body","userName"],"msg":"is unknown"},{"type":"value_error","loc":["body"],"msg":"is nobody"}]"""),
                await FaultsOf(naming, HttpMethod.Put, "/guests/7", body));
        }
    }

    [Fact]
    public async Task Of_a_query_or_a_header_that_a_record_binds()
    {
        foreach (var naming in Namings)
        {
            Assert.Equal(
                InNaming(naming, """[{"type":"value_error","loc":["query","pageSize"],"msg":"is too much"},{"type":"value_error","loc":["header","Last-Word"],"msg":"is rude"}]"""),
                await FaultsOf(naming, HttpMethod.Get, "/guests", null));
        }
    }

    [Fact]
    public async Task Of_a_form()
    {
        await using var service = await Start(JsonNamingPolicy.SnakeCaseLower);

        using var answer = await service.Client.PostAsync("/guests/form", new FormUrlEncodedContent([new("user_name", "anna")]));

        Assert.Equal(
            """[{"type":"value_error","loc":["body","user_name"],"msg":"has been taken"}]""",
            (await answer.Json())["errors"]!.ToJsonString());
    }

    [Fact]
    public void What_names_no_member_is_said_to_whoever_wrote_it() =>
        Assert.Contains("names no member", Assert.Throws<ArgumentException>(() => InvalidInputProblem.Of<GuestCreate>(guest => guest.UserName + "x", "?")).Message);

    private static Task<LibraryService> Start(JsonNamingPolicy naming) =>
        new LibraryService(typeof(GuestsFeature)) { Api = api => api.Naming = naming }.Start();

    private static string InNaming(JsonNamingPolicy naming, string text) => new[] { "userName", "homeAddresses", "zipCode", "roomNumber", "pageSize" }
        .Aggregate(text, (written, name) => written.Replace(name, naming.ConvertName(name), StringComparison.Ordinal));

    private static async Task<string> FaultsOf(JsonNamingPolicy naming, HttpMethod method, string path, string? body)
    {
        await using var service = await Start(naming);
        using var answer = await service.Client.Send(method, path, body);
        Assert.Equal(422, (int)answer.StatusCode);
        return (await answer.Json())["errors"]!.ToJsonString();
    }
}
