using System.Text;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Notes;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>JSON that a handler takes as it comes is as strict as any other.</summary>
public sealed class FreeFormTests : IAsyncLifetime
{
    private const string Dictionary = "dict_type";
    private const string List = "list_type";

    private static readonly string[] Anything = ["element", "node", "document", "any"];
    private static readonly string[] Objects = [.. Anything, "object", "things", "elements"];

    private LibraryService service = null!;

    public async Task InitializeAsync() => service = await new LibraryService(typeof(NotesFeature)).Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "duplicate_member@", ".a")]
    [InlineData("""{"b":{"a":1,"a":2},"c":[{"d":1,"d":1}]}""", "duplicate_member@", ".b.a", ".c[0].d")]
    [InlineData("""{"b":"\ud800","c":["x","\udc00"]}""", "string_unicode@", ".b", ".c[1]")]
    [InlineData("""{"b":{"\ud800":1},"c":"\u0000"}""", "string_unicode@", ".b", ".c")]
    [InlineData("""{"b":{"\u0000":1}}""", "string_unicode@", ".b.\0.[key]")]
    [InlineData("""{"\u0000":1}""", "string_unicode@", ".\0.[key]")]
    public async Task What_no_body_may_hold_is_named_at_its_place(string json, string code, params string[] places)
    {
        foreach (var path in Objects)
        {
            await (await Post(path, json)).MustHaveFaults([.. places.Select(place => $"{code}body{place}")]);
            await (await Post("all", $$"""{"{{path}}":{{json}}}""")).MustHaveFaults([.. places.Select(place => $"{code}body.{path}{place}")]);
        }
    }

    [Theory]
    [InlineData("""{"b":{"c":["x",1,null,true]},"d":null}""")]
    [InlineData("{}")]
    public async Task Any_other_object_comes_back_as_it_was_sent(string json)
    {
        foreach (var path in Objects)
        {
            Assert.Equal((200, json), await Sent(path, json));
            Assert.Contains($"\"{path}\":{json}", (await Sent("all", $$"""{"{{path}}":{{json}}}""")).Text);
        }
    }

    [Theory]
    [InlineData("[1,null]")]
    [InlineData("\"x\"")]
    [InlineData("1.50")]
    [InlineData("false")]
    public async Task Anything_but_an_object_is_anything_but_one(string json)
    {
        foreach (var path in Anything)
        {
            Assert.Equal((200, json), await Sent(path, json));
        }
        foreach (var path in Objects.Except(Anything))
        {
            await (await Post(path, json)).MustHaveFaults($"{Dictionary}@body");
            await (await Post("all", $$"""{"{{path}}":{{json}}}""")).MustHaveFaults($"{Dictionary}@body.{path}");
        }
    }

    [Theory]
    [InlineData("""{"list":{}}""", $"{List}@body.list")]
    [InlineData("""{"list":[{"a":1,"a":1}],"value":[]}""", "duplicate_member@body.list[0].a", "value_error@body.value")]
    [InlineData("""{"value":"\ud800","some":null}""", "value_error@body.some", "string_unicode@body.value")]
    public async Task Of_a_list_a_value_and_what_is_not_null(string json, params string[] faults) =>
        await (await Post("all", json)).MustHaveFaults(faults);

    [Fact]
    public async Task A_rule_is_asked_beside_what_is_at_fault() => await (await Post("all", """{"any":{"a":"\ud800"},"title":""}"""))
        .MustHaveFaults("""string_too_short@body.title {"min_length":1}""", "string_unicode@body.any.a");

    [Fact]
    public async Task A_message_that_is_told_holds_no_more_faults_than_others() => Assert.StartsWith(
        "More than 100 errors", (string?)JsonNode.Parse((await Sent("node", $"[{string.Join(',', Enumerable.Repeat("\"\\ud800\"", 5000))}]")).Text)!["detail"]);

    [Fact]
    public async Task The_document_says_what_is_taken() => await Contract.AttackAsync(service.Client);

    private Task<HttpResponseMessage> Post(string path, string json) => service.Client.PostAsync($"/notes/{path}", new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<(int Status, string Text)> Sent(string path, string json)
    {
        using var answer = await Post(path, json);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
