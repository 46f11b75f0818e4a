using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What is valid, and stays what it was.</summary>
[Collection(nameof(InputService))]
public sealed class AcceptedTests(InputService service)
{
    [Theory]
    [InlineData("age", "26.0", "26")]
    [InlineData("age", "1e2", "100")]
    [InlineData("age", "2.6E+1", "26")]
    [InlineData("age", "-0", "0")]
    [InlineData("big", "9223372036854775807", "9223372036854775807")]
    [InlineData("big", "-9.223372036854775808e18", "-9223372036854775808")]
    [InlineData("score", "9999.99", "9999.99")]
    [InlineData("score", "1e2", "100")]
    [InlineData("ratio", "1", "1")]
    [InlineData("born", "\"2020-02-29T23:59:59.5-11:30\"", "\"2020-02-29T23:59:59.5-11:30\"")]
    [InlineData("born", "\"2020-02-29t00:00:00z\"", "\"2020-02-29T00:00:00Z\"")]
    [InlineData("born", "\"2020-02-29T00:00:00.25+00:00\"", "\"2020-02-29T00:00:00.25Z\"")]
    [InlineData("since", "\"2020-02-29\"", "\"2020-02-29\"")]
    [InlineData("key", "\"00000000-0000-0000-0000-00000000000A\"", "\"00000000-0000-0000-0000-00000000000a\"")]
    [InlineData("home", "\"https://example.com/a?b=c\"", "\"https://example.com/a?b=c\"")]
    [InlineData("nickname", "null", "null")]
    [InlineData("nickname", "\"\\ud83d\\ude00\\n\"", "\"\U0001F600\\n\"")]
    [InlineData("main", "null", "null")]
    [InlineData("addresses", "[]", "[]")]
    [InlineData("counts", "{\"a\":1,\"A\":2.0}", "{\"a\":1,\"A\":2}")]
    public async Task A_value_is_read_as_what_it_says(string member, string json, string expected)
    {
        using var answer = await service.Send("POST", "/people", People.With(member, json));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var read = (await answer.Json())[member];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), read), $"{read?.ToJsonString()} instead of {expected}");
    }

    [Fact]
    public async Task Unknown_members_are_ignored_whatever_they_hold()
    {
        var body = $$"""{"zzz":[{"age":null}],"Age":"x","zzz":1,"":null,"\u0000":2,{{People.Valid[1..]}}""";

        await (await service.Send("POST", "/people", body)).MustBeAccepted();
    }

    [Fact]
    public async Task A_member_in_other_letter_case_is_another_member() =>
        await (await service.Send("POST", "/people", People.Valid.Replace("\"age\"", "\"Age\""))).MustHaveFaults("missing@body.age");

    [Fact]
    public async Task Members_come_in_any_order()
    {
        var members = JsonNode.Parse(People.Valid)!.AsObject();
        var reversed = new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        await (await service.Send("POST", "/people", reversed.ToJsonString())).MustBeAccepted();
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.example+json")]
    public async Task A_body_is_JSON_under_any_of_its_names(string type) =>
        await (await service.Send("POST", "/people", People.Valid, type)).MustBeAccepted();

    [Fact]
    public async Task A_body_may_say_that_it_is_UTF_16()
    {
        var type = "application/json; charset=utf-16";

        await (await service.Send("POST", "/people", Encoding.Unicode.GetBytes(People.Valid), type)).MustBeAccepted();
        await (await service.Send("POST", "/people", Encoding.Unicode.GetBytes(People.With("age", "\"x\"")), type))
            .MustHaveFaults("int_parsing@body.age");
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_of_another_type_or_an_unknown_charset_is_a_415(string type)
    {
        using var answer = await service.Send("POST", "/people", People.With("age", "\"x\""), type);

        await answer.MustBeProblem(415);
    }
}
