namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a path, a query and a header may not be.</summary>
[Collection(nameof(InputService))]
public sealed class ParameterTests(InputService service)
{
    [Theory]
    [InlineData("limit=ten", "int_parsing@query.limit")]
    [InlineData("limit=", "int_parsing@query.limit")]
    [InlineData("limit=1.0", "int_parsing@query.limit")]
    [InlineData("limit=1e1", "int_parsing@query.limit")]
    [InlineData("limit=0x10", "int_parsing@query.limit")]
    [InlineData("limit=1_000", "int_parsing@query.limit")]
    [InlineData("limit=%2B5", "int_parsing@query.limit")]
    [InlineData("limit=%205", "int_parsing@query.limit")]
    [InlineData("limit=05", "int_parsing@query.limit")]
    [InlineData("limit=%D9%A3", "int_parsing@query.limit")]
    [InlineData("limit=99999999999", "int_parsing_size@query.limit")]
    [InlineData("limit=-99999999999999999999999", "int_parsing_size@query.limit")]
    [InlineData("limit=0", """greater_than_equal@query.limit {"ge":1}""")]
    [InlineData("limit=101", """less_than_equal@query.limit {"le":100}""")]
    [InlineData("limit=1&limit=2", "duplicate_parameter@query.limit")]
    [InlineData("limit=1&limit=1", "duplicate_parameter@query.limit")]
    [InlineData("search=abc&search=def", "duplicate_parameter@query.search")]
    [InlineData("search=", """string_too_short@query.search {"min_length":3}""")]
    [InlineData("search=ab", """string_too_short@query.search {"min_length":3}""")]
    [InlineData("search=%F0%9F%98%80%F0%9F%98%80", """string_too_short@query.search {"min_length":3}""")]
    [InlineData("search=abc%00", "string_unicode@query.search")]
    [InlineData("tags=a&tags=b%00", "string_unicode@query.tags[1]")]
    [InlineData("role=Owner", """enum@query.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("role=0", """enum@query.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("role=owner,guest", """enum@query.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("role=", """enum@query.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("flag=True", "bool_parsing@query.flag")]
    [InlineData("flag=1", "bool_parsing@query.flag")]
    [InlineData("flag=", "bool_parsing@query.flag")]
    [InlineData("key=x", "uuid_parsing@query.key")]
    [InlineData("key={00000000-0000-0000-0000-000000000001}", "uuid_parsing@query.key")]
    [InlineData("key=00000000000000000000000000000001", "uuid_parsing@query.key")]
    [InlineData("after=2020-01-01", "datetime_from_date_parsing@query.after")]
    [InlineData("after=2020-02-30T00:00:00Z", "datetime_from_date_parsing@query.after")]
    [InlineData("after=2020-01-01T00:00:00", "datetime_from_date_parsing@query.after")]
    [InlineData("least=x", "decimal_parsing@query.least")]
    [InlineData("least=1,000", "decimal_parsing@query.least")]
    [InlineData("least=NaN", "decimal_parsing@query.least")]
    [InlineData("least=99999999999999999999999999999999", "number_size@query.least")]
    [InlineData("least=-1", """greater_than_equal@query.least {"ge":0}""")]
    public async Task A_query_parameter_is_refused_like_a_member(string query, params string[] faults) =>
        await (await service.Send("GET", $"/people?{query}")).MustHaveFaults(faults);

    [Fact]
    public async Task All_faults_of_a_query_come_together_in_the_order_of_declaration() =>
        await (await service.Send("GET", "/people?least=x&search=ab&after=2020-01-01&key=1&flag=yes&role=x&limit=abc")).MustHaveFaults(
            "int_parsing@query.limit",
            """enum@query.role {"expected":"'owner' or 'guest'"}""",
            """string_too_short@query.search {"min_length":3}""",
            "bool_parsing@query.flag",
            "uuid_parsing@query.key",
            "datetime_from_date_parsing@query.after",
            "decimal_parsing@query.least");

    [Theory]
    [InlineData("")]
    [InlineData("limit=100&role=guest&search=abc&flag=true&least=1.50&tags=a&tags=a&tags=")]
    [InlineData("key=00000000-0000-0000-0000-00000000000A&after=2020-01-01T00:00:00%2B01:00")]
    [InlineData("unknown=1&unknown=2")]
    [InlineData("Limit=5")]
    public async Task A_query_may_leave_out_what_is_optional_and_hold_what_is_unknown(string query) =>
        await (await service.Send("GET", $"/people?{query}")).MustBeAccepted();

    [Theory]
    [InlineData("x", "int_parsing@path.number")]
    [InlineData("1.5", "int_parsing@path.number")]
    [InlineData("0x10", "int_parsing@path.number")]
    [InlineData("+5", "int_parsing@path.number")]
    [InlineData("%205", "int_parsing@path.number")]
    [InlineData("99999999999", "int_parsing_size@path.number")]
    public async Task A_path_holds_what_its_parameters_are(string number, string fault) =>
        await (await service.Send("GET", $"/people/{number}/on/2020-01-01", headers: ("X-Version", "1"))).MustHaveFaults(fault);

    [Theory]
    [InlineData("", "int_parsing@header.X-Version")]
    [InlineData("x", "int_parsing@header.X-Version")]
    [InlineData("1.0", "int_parsing@header.X-Version")]
    [InlineData("1, 2", "int_parsing@header.X-Version")]
    [InlineData("9223372036854775808", "int_parsing_size@header.X-Version")]
    public async Task A_header_holds_what_its_parameter_is(string version, string fault) =>
        await (await service.Send("GET", "/people/1/on/2020-01-01", headers: ("X-Version", version))).MustHaveFaults(fault);

    [Fact]
    public async Task A_header_that_is_required_is_not_missing_and_has_any_letter_case()
    {
        await (await service.Send("GET", "/people/1/on/2020-01-01")).MustHaveFaults("missing@header.X-Version");
        await (await service.Send("GET", "/people/1/on/2020-01-01", headers: ("x-version", "1"))).MustBeAccepted();
    }

    [Fact]
    public async Task Faults_of_path_query_and_header_come_together()
    {
        await (await service.Send("GET", "/people/0x10/on/yesterday", headers: ("X-Version", "new"))).MustHaveFaults(
            "int_parsing@path.number", "date_from_datetime_parsing@path.day", "int_parsing@header.X-Version");
        await (await service.Send("GET", "/people?limit=0&role=x", headers: ("X-Trace", "0"))).MustHaveFaults(
            """greater_than_equal@query.limit {"ge":1}""", """enum@query.role {"expected":"'owner' or 'guest'"}""", """greater_than@header.X-Trace {"gt":0}""");
    }
}
