using System.Text;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a JSON body as a whole may not be.</summary>
[Collection(nameof(InputService))]
public sealed class BodyTests(InputService service)
{
    [Fact]
    public async Task Thirteen_faults_are_thirteen_entries_in_the_order_of_declaration()
    {
        const string Body =
            """
            { "code": "abc", "born": "yesterday", "nickname": 7, "active": "maybe", "password": "short", "score": "x", "role": "zzz",
              "age": "abc", "email": "nope",
              "addresses": [{ "street": "Main", "zip": 1 }, { "zip": "x", "street": "" }, { "zip": 2 }, "str"] }
            """;

        await (await service.Send("POST", "/people", Body)).MustHaveFaults(
            "value_error@body.email",
            """string_too_short@body.password {"min_length":8}""",
            "int_type@body.age",
            "enum@body.role",
            "float_type@body.score",
            """string_too_short@body.addresses[1].street {"min_length":1}""",
            "int_type@body.addresses[1].zip",
            "missing@body.addresses[2].street",
            "model_attributes_type@body.addresses[3]",
            "bool_type@body.active",
            "string_type@body.nickname",
            "datetime_parsing@body.born",
            """string_pattern_mismatch@body.code {"pattern":"^[A-Z]{3}$"}""");
    }

    [Theory]
    [InlineData("{", "json_invalid@body")]
    [InlineData("{\"email\":\"a@example.com\", ", "json_invalid@body")]
    [InlineData("{\"email\":\"a@exa", "json_invalid@body")]
    [InlineData("{\"age\":3,}", "json_invalid@body")]
    [InlineData("{\"age\":}", "json_invalid@body")]
    [InlineData("{\"age\":NaN}", "json_invalid@body")]
    [InlineData("{\"age\":03}", "json_invalid@body")]
    [InlineData("{\"age\":3 /* years */}", "json_invalid@body")]
    [InlineData("// a person\n{}", "json_invalid@body")]
    [InlineData("{'age':3}", "json_invalid@body")]
    [InlineData("{age:3}", "json_invalid@body")]
    [InlineData("{\"email\":\"\\u12\"}", "json_invalid@body")]
    [InlineData("{\"email\":\"a\nb\"}", "json_invalid@body")]
    [InlineData("{}{}", "json_invalid@body")]
    [InlineData("{}x", "json_invalid@body")]
    [InlineData("nul", "json_invalid@body")]
    [InlineData("   ", "json_invalid@body")]
    [InlineData("\0", "json_invalid@body")]
    [InlineData("", "missing@body")]
    [InlineData("null", "missing@body")]
    [InlineData(" null ", "missing@body")]
    [InlineData("[]", "model_attributes_type@body")]
    [InlineData("[{}]", "model_attributes_type@body")]
    [InlineData("\"text\"", "model_attributes_type@body")]
    [InlineData("5", "model_attributes_type@body")]
    [InlineData("true", "model_attributes_type@body")]
    [InlineData("{}", "missing@body.email", "missing@body.password", "missing@body.age", "missing@body.role", "missing@body.score", "missing@body.addresses")]
    public async Task A_body_that_is_no_person(string body, params string[] faults) =>
        await (await service.Send("POST", "/people", body)).MustHaveFaults(faults);

    [Fact]
    public async Task No_body_at_all() => await (await service.Send("POST", "/people")).MustHaveFaults("missing@body");

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"main\":")]
    [InlineData("{\"addresses\":[")]
    public async Task A_body_ten_thousand_levels_deep(string level)
    {
        var deep = string.Concat(Enumerable.Repeat(level, 10_000));
        var closed = deep + "1" + new string([.. deep.Reverse().Where("[{".Contains).Select(open => open == '[' ? ']' : '}')]);

        await (await service.Send("POST", "/people", deep)).MustHaveFaults("json_invalid@body");
        await (await service.Send("POST", "/people", closed)).MustHaveFaults("json_invalid@body");
    }

    [Theory]
    [InlineData("FF")]
    [InlineData("80")]
    [InlineData("C080")]
    [InlineData("E282")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    public async Task A_text_that_is_not_UTF_8(string bytes)
    {
        var before = Encoding.UTF8.GetBytes($"{People.Valid[..^1]},\"nickname\":\"nick");
        byte[] body = [.. before, .. Convert.FromHexString(bytes), .. "\"}"u8];

        await (await service.Send("POST", "/people", body)).MustHaveFaults("string_unicode@body.nickname");
    }

    [Theory]
    [InlineData("{}", "list_type@body")]
    [InlineData("null", "missing@body")]
    [InlineData("[1,", "json_invalid@body")]
    [InlineData("[null,5,[]]", "model_attributes_type@body[0]", "model_attributes_type@body[1]", "model_attributes_type@body[2]")]
    public async Task A_list_for_a_body(string body, params string[] faults) =>
        await (await service.Send("POST", "/people/batch", body)).MustHaveFaults(faults);

    [Fact]
    public async Task The_items_of_a_list_for_a_body_are_named_by_index()
    {
        var body = $$"""[{{People.Valid}},{{People.With("age", "200")}},null,{{People.With(("age", "\"x\""), ("code", "\"x\""))}}]""";

        await (await service.Send("POST", "/people/batch", body)).MustHaveFaults(
            """less_than_equal@body[1].age {"le":150}""",
            "model_attributes_type@body[2]",
            "int_type@body[3].age",
            """string_pattern_mismatch@body[3].code {"pattern":"^[A-Z]{3}$"}""");
    }
}
