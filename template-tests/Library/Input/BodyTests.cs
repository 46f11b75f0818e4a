using System.Text;
using System.Text.Json;

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
            "int_parsing@body.age",
            """enum@body.role {"expected":"'owner' or 'guest'"}""",
            "decimal_parsing@body.score",
            """string_too_short@body.addresses[1].street {"min_length":1}""",
            "int_parsing@body.addresses[1].zip",
            "missing@body.addresses[2].street",
            "model_attributes_type@body.addresses[3]",
            "bool_parsing@body.active",
            "string_type@body.nickname",
            "datetime_from_date_parsing@body.born",
            """string_pattern_mismatch@body.code {"pattern":"^[A-Z]{3}$"}""");
    }

    [Theory]
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

    /// <summary>The place and the reason are those that FastAPI gives.</summary>
    [Theory]
    [InlineData("{", 1, "Expecting property name enclosed in double quotes")]
    [InlineData("""{"email":"a@example.com", """, 26, "Expecting property name enclosed in double quotes")]
    [InlineData("""{"email":"a@exa""", 9, "Unterminated string starting at")]
    [InlineData("""{"age" """, 7, "Expecting ':' delimiter")]
    [InlineData("""{"age" 3}""", 7, "Expecting ':' delimiter")]
    [InlineData("""{"age":3,}""", 8, "Illegal trailing comma before end of object")]
    [InlineData("""[{"age":3},]""", 10, "Illegal trailing comma before end of array")]
    [InlineData("""{"age":}""", 7, "Expecting value")]
    [InlineData("""{"äge😀":}""", 8, "Expecting value")]
    [InlineData("\uFEFF{\"age\":}", 7, "Expecting value")]
    [InlineData("""{"age":NaN}""", 7, "Expecting value")]
    [InlineData("""{"age":03}""", 8, "Expecting ',' delimiter")]
    [InlineData("""{"age":1.5.2}""", 10, "Expecting ',' delimiter")]
    [InlineData("""{"age":-}""", 7, "Expecting value")]
    [InlineData("""{"age":tru}""", 7, "Expecting value")]
    [InlineData("""{"age":3 /* years */}""", 9, "Expecting ',' delimiter")]
    [InlineData("// a person\n{}", 0, "Expecting value")]
    [InlineData("{'age':3}", 1, "Expecting property name enclosed in double quotes")]
    [InlineData("{age:3}", 1, "Expecting property name enclosed in double quotes")]
    [InlineData("""{"email":"\u12"}""", 11, "Invalid \\uXXXX escape")]
    [InlineData("""{"email":"\q"}""", 10, "Invalid \\escape")]
    [InlineData("{\"email\":\"a\nb\"}", 11, "Invalid control character at")]
    [InlineData("[1,,2]", 3, "Expecting value")]
    [InlineData("[1 2]", 3, "Expecting ',' delimiter")]
    [InlineData("{}{}", 2, "Extra data")]
    [InlineData("{}x", 2, "Extra data")]
    [InlineData("nul", 0, "Expecting value")]
    [InlineData("   ", 3, "Expecting value")]
    [InlineData("\0", 0, "Expecting value")]
    public async Task A_body_that_is_not_JSON_is_told_where_and_why(string body, int position, string error) =>
        await (await service.Send("POST", "/people", body)).MustHaveFaults($$"""json_invalid@body[{{position}}] {"error":{{JsonSerializer.Serialize(error, Faults.Readable)}}}""");

    [Fact]
    public async Task A_place_in_a_large_body_is_found()
    {
        var large = $"[{string.Concat(Enumerable.Repeat("{},", 200_000))}";
        await (await service.Send("POST", "/people/batch", large)).MustHaveFaults(
            $$"""json_invalid@body[{{large.Length}}] {"error":"Expecting value"}""");
    }

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

        var fault = $$"""json_invalid@body[{{level.Length * (64 / level.Count("[{".Contains))}}] {"error":"Too many levels"}""";

        await (await service.Send("POST", "/people", deep)).MustHaveFaults(fault);
        await (await service.Send("POST", "/people", closed)).MustHaveFaults(fault);
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
    [InlineData("[1,", """json_invalid@body[3] {"error":"Expecting value"}""")]
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
            "int_parsing@body[3].age",
            """string_pattern_mismatch@body[3].code {"pattern":"^[A-Z]{3}$"}""");
    }
}
