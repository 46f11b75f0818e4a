namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>The members of a PATCH, which may be left out.</summary>
[Collection(nameof(InputService))]
public sealed class PatchTests(InputService service)
{
    private const string Person = "/people/0199c1f0-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"age":150}""")]
    [InlineData("""{"nickname":null}""")]
    [InlineData("""{"main":{"street":"Main","zip":3},"unknown":1}""")]
    public async Task What_is_left_out_is_not_asked_for(string body) =>
        await (await service.Send("PATCH", Person, body)).MustBeAccepted();

    [Theory]
    [InlineData("""{"age":200}""", """less_than_equal@body.age {"le":150}""")]
    [InlineData("""{"age":null}""", "int_type@body.age")]
    [InlineData("""{"age":"3"}""", "int_type@body.age")]
    [InlineData("""{"age":1,"age":2}""", "duplicate_member@body.age")]
    [InlineData("""{"main":null}""", "model_attributes_type@body.main")]
    [InlineData("""{"main":{"zip":"x"}}""", "missing@body.main.street", "int_parsing@body.main.zip")]
    [InlineData("""{"main":{"street":"","zip":0}}""",
        """string_too_short@body.main.street {"min_length":1}""", """greater_than_equal@body.main.zip {"ge":1}""")]
    [InlineData("""{"nickname":"elevenchars","age":"x","main":[]}""",
        "int_parsing@body.age", """string_too_long@body.nickname {"max_length":10}""", "model_attributes_type@body.main")]
    [InlineData("[]", "model_attributes_type@body")]
    [InlineData("null", "missing@body")]
    public async Task What_is_sent_meets_its_type_and_its_rules(string body, params string[] faults) =>
        await (await service.Send("PATCH", Person, body)).MustHaveFaults(faults);
}
