namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Rules as users of FluentValidation write them, in the orders feature.</summary>
[Collection(nameof(InputService))]
public sealed class OrderTests(InputService service)
{
    private const string Line = """{"sku":"A-1","quantity":1}""";

    [Theory]
    [InlineData($$"""{"customer":"nobody","lines":[{{Line}}]}""", "value_error@body", "value_error@body.customer")]
    [InlineData($$"""{"customer":"x","lines":[{{Line}},{{Line}},{{Line}},{{Line}}]}""", """less_than@body.lines {"lt":4}""")]
    [InlineData("""{"customer":"x","lines":[]}""", """too_short@body.lines {"field_type":"List","min_length":1,"actual_length":0}""")]
    [InlineData("""{"customer":"x","lines":[{"sku":"a","quantity":1}]}""", """string_pattern_mismatch@body.lines[0].sku {"pattern":"^[A-Z0-9-]+$"}""")]
    [InlineData($$"""{"customer":"x","lines":[{{Line}}],"priority":77}""", """priority@body.priority {"le":5}""")]
    [InlineData($$"""{"customer":"xxxxxxxxxxxxxxxxxxxxx","lines":[{{Line}}]}""", """name_too_long@body.customer {"max_length":20}""")]
    [InlineData($$"""{"customer":"x","lines":[{{Line}}],"tip":{"currency":"x","amount":0} }""", """greater_than@body.tip.amount {"gt":0}""")]
    public async Task A_rule_names_its_place(string body, params string[] faults) =>
        await (await service.Send("POST", "/orders", body)).MustHaveFaults(faults);

    [Fact]
    public async Task Each_rule_of_a_member_is_listed_in_the_words_of_its_author()
    {
        var answer = await (await service.Send("POST", "/orders/accounts", """{"login":"a","password":"x"}""")).Content.ReadAsStringAsync();

        Assert.All(["an upper case letter", "a digit", "a !", "a ?"], what => Assert.Contains($"\"Needs {what}\"", answer));
    }

    [Fact]
    public async Task A_code_of_the_author_does_not_bring_the_value_along() =>
        Assert.DoesNotContain("77777777", await (await service.Send("POST", "/orders", $$"""{"customer":"x","lines":[{{Line}}],"priority":77777777}""")).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_validator_may_ask_the_database() =>
        await (await service.Send("POST", "/orders", $$"""{"customer":"x","lines":[{{Line}}]}""")).MustBeAccepted();

    [Theory]
    [InlineData("stars=x", "missing@body.title", "int_parsing@body.stars")]
    [InlineData("title=a&title=b&stars=9", "duplicate_parameter@body.title", """less_than_equal@body.stars {"le":5}""")]
    public async Task The_fields_of_a_form_that_is_one_parameter(string form, params string[] faults) =>
        await (await service.Send("POST", "/orders/notes", form, "application/x-www-form-urlencoded")).MustHaveFaults(faults);

    [Fact]
    public async Task Types_may_share_a_name_and_defaults_do_not_change()
    {
        var document = await service.Client.GetStringAsync("/openapi.json");

        Assert.Contains("\"CreateOrderRequest\"", document);
        Assert.Contains("\"ReplaceOrderRequest\"", document);
        Assert.DoesNotContain($"\"default\": \"{DateTime.UtcNow.Year}-", document);
    }
}
