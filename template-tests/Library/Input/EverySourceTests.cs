namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Faults of every source of one request, in one list: path, query, header, body.</summary>
[Collection(nameof(InputService))]
public sealed class EverySourceTests(InputService service)
{
    private const string Known = "0199c1f0-0000-7000-8000-000000000000";

    private static readonly string[] OfParameters =
        ["uuid_parsing@path.id", "bool_parsing@query.dry_run", "int_parsing@query.retries", "int_parsing@header.X-Trace"];

    [Fact]
    public async Task A_valid_request_is_accepted() =>
        await (await service.Send("PUT", $"/people/{Known}?dry_run=true&retries=3", People.Valid, headers: ("X-Trace", "1"))).MustBeAccepted();

    [Fact]
    public async Task Faults_of_type_in_every_source_come_with_those_of_rules() => await MustAdd(
        People.With(("age", "\"x\""), ("code", "\"abc\"")), "int_parsing@body.age", """string_pattern_mismatch@body.code {"pattern":"^[A-Z]{3}$"}""");

    [Fact]
    public async Task Faults_of_rules_in_the_body_come_with_those_of_parameters() =>
        await MustAdd(People.With("age", "200"), """less_than_equal@body.age {"le":150}""");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_missing_body_comes_with_those_of_parameters(string body) => await MustAdd(body, "missing@body");

    [Theory]
    [InlineData("{", """json_invalid@body[1] {"error":"Expecting property name enclosed in double quotes"}""")]
    [InlineData("nul", """json_invalid@body[0] {"error":"Expecting value"}""")]
    [InlineData("{}}", """json_invalid@body[2] {"error":"Extra data"}""")]
    public async Task A_malformed_body_comes_with_those_of_parameters(string body, string fault) => await MustAdd(body, fault);

    [Fact]
    public async Task A_valid_body_does_not_hide_those_of_parameters() => await MustAdd(People.Valid);

    [Fact]
    public async Task Rules_of_parameters_come_with_faults_of_the_body() =>
        await (await service.Send("PUT", $"/people/{Known}?retries=9", People.With("email", "5"))).MustHaveFaults(
            """less_than_equal@query.retries {"le":3}""", "string_type@body.email");

    private async Task MustAdd(string body, params string[] ofBody) =>
        await (await service.Send("PUT", "/people/x?retries=many&dry_run=maybe", body, headers: ("X-Trace", "y"))).MustHaveFaults([.. OfParameters, .. ofBody]);
}
