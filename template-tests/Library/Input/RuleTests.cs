namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What the rules of a validator say about a JSON body.</summary>
[Collection(nameof(InputService))]
public sealed class RuleTests(InputService service)
{
    [Theory]
    [InlineData("password", "\"1234567\"", """string_too_short@body.password {"min_length":8}""")]
    [InlineData("nickname", "\"elevenchars\"", """string_too_long@body.nickname {"max_length":10}""")]
    [InlineData("age", "151", """less_than_equal@body.age {"le":150}""")]
    [InlineData("age", "-1", """greater_than_equal@body.age {"ge":0}""")]
    [InlineData("score", "-1", """greater_than@body.score {"gt":-1}""")]
    [InlineData("score", "1.234", """decimal_max_places@body.score {"decimal_places":2}""")]
    [InlineData("score", "10000", """decimal_whole_digits@body.score {"whole_digits":4}""")]
    [InlineData("code", "\"abc\"", """string_pattern_mismatch@body.code {"pattern":"^[A-Z]{3}$"}""")]
    [InlineData("code", "\"ABC\\n\"", """string_pattern_mismatch@body.code {"pattern":"^[A-Z]{3}$"}""")]
    [InlineData("email", "\"nobody\"", "value_error@body.email")]
    [InlineData("email", "\"a b@example.com\"", "value_error@body.email")]
    [InlineData("email", "\"a..b@example.com\"", "value_error@body.email")]
    [InlineData("email", "\"@example.com\"", "value_error@body.email")]
    [InlineData("email", "\"\"", "value_error@body.email")]
    [InlineData("home", "\"http://example.com\"", "value_error@body.home")]
    public async Task A_rule_is_named_with_its_bound(string member, string json, string fault) => await MustRefuse(member, json, fault);

    [Theory]
    [InlineData("numbers", "[1,2,1]", "not_unique@body.numbers")]
    [InlineData("numbers", "[1,1.0]", "not_unique@body.numbers")]
    [InlineData("numbers", "[1,1000,2,2000]", """less_than@body.numbers[1] {"lt":1000}""", """less_than@body.numbers[3] {"lt":1000}""")]
    [InlineData("numbers", "[1,\"x\",1000,null,2000]",
        "int_parsing@body.numbers[1]", """less_than@body.numbers[2] {"lt":1000}""", "int_type@body.numbers[3]", """less_than@body.numbers[4] {"lt":1000}""")]
    public async Task An_item_is_named_by_its_index(string member, string json, params string[] faults) => await MustRefuse(member, json, faults);

    [Fact]
    public async Task A_list_may_be_too_long() => await MustRefuse(
        "addresses", People.List("""{"street":"Main","zip":3}""", 6), """too_long@body.addresses {"field_type":"List","max_length":5,"actual_length":6}""");

    [Theory]
    [InlineData("main", """{"street":"","zip":0}""", """string_too_short@body.main.street {"min_length":1}""", """greater_than_equal@body.main.zip {"ge":1}""")]
    [InlineData("main", """{"street":"","zip":"x"}""", """string_too_short@body.main.street {"min_length":1}""", "int_parsing@body.main.zip")]
    [InlineData("addresses", """[{"street":"Main","zip":1},5,{"street":"Main","zip":100000}]""",
        "model_attributes_type@body.addresses[1]", """less_than_equal@body.addresses[2].zip {"le":99999}""")]
    public async Task What_a_body_holds_meets_its_own_validator(string member, string json, params string[] faults) =>
        await MustRefuse(member, json, faults);

    [Fact]
    public async Task The_rules_of_a_base_type_hold() =>
        await MustRefuse("alias", $"\"{new string('x', 21)}\"", """string_too_long@body.alias {"max_length":20}""");

    [Fact]
    public async Task A_rule_across_members_names_the_body()
    {
        var body = People.With(("email", $"\"{new string('a', 60)}@example.com\""), ("password", $"\"{new string('p', 40)}\""));

        await (await service.Send("POST", "/people", body)).MustHaveFaults("too_much@body");
    }

    [Fact]
    public async Task A_rule_across_members_comes_before_those_of_members()
    {
        var body = People.With(("email", $"\"{new string('a', 60)}\""), ("password", $"\"{new string('p', 41)}\""));

        await (await service.Send("POST", "/people", body)).MustHaveFaults(
            "too_much@body", "value_error@body.email", """string_too_long@body.password {"max_length":40}""");
    }

    [Theory]
    [InlineData("\"from\":\"today\"", "missing@body.until")]
    [InlineData("\"nickname\":\"x\"", """string_too_short@body.nickname {"min_length":2}""")]
    public async Task A_rule_with_a_condition_holds_where_it_is_met(string member, string fault)
    {
        await (await service.Send("POST", "/people", $"{People.Valid[..^1]},{member}}}")).MustHaveFaults(fault);
        await (await service.Send("POST", "/people", $"{People.Valid[..^1]},{member},\"active\":false,\"until\":\"now\"}}")).MustBeAccepted();
    }

    [Theory]
    [InlineData(7, """string_too_short@body.password {"min_length":8}""")]
    [InlineData(8, null)]
    [InlineData(40, null)]
    [InlineData(41, """string_too_long@body.password {"max_length":40}""")]
    public async Task A_length_counts_code_points(int count, string? fault)
    {
        foreach (var emoji in new[] { "\U0001F600", "\\ud83d\\ude00" })
        {
            // A short address, for the rule on both together counts as .NET does.
            var password = $"\"{string.Concat(Enumerable.Repeat(emoji, count))}\"";
            var answer = await service.Send("POST", "/people", People.With(("email", "\"a@b.cd\""), ("password", password)));
            await (fault is null ? answer.MustBeAccepted() : answer.MustHaveFaults(fault));
        }
    }

    private async Task MustRefuse(string member, string json, params string[] faults) =>
        await (await service.Send("POST", "/people", People.With(member, json))).MustHaveFaults(faults);
}
