using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What the framework binds by itself is bound as the document says, and by nothing else.</summary>
public sealed class BindingTests(TicketServices tickets) : IClassFixture<TicketServices>
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    [Fact]
    public async Task A_required_list_of_a_query_is_required_on_its_own_too()
    {
        await (await tickets.Send("camel", "GET", "/tickets/named")).MustHaveFaults("missing@query.names");
        Assert.Equal("""["a","b"]""", await tickets.Read("camel", "GET", "/tickets/named?names=a&names=b"));
    }

    [Fact]
    public async Task A_text_that_is_said_to_be_the_body_is_read_from_it_alone()
    {
        await using var service = await new LibraryService(typeof(TextBodyFeature)).Start();

        using var answer = await service.Client.PostAsync("/echoes", new StringContent("\"aloud\"", null, "application/json"));
        using var number = await service.Client.PostAsync("/echoes", new StringContent("1", null, "application/json"));

        Assert.Equal("\"aloud\"", await answer.Content.ReadAsStringAsync());
        await number.MustHaveFaults("string_type@body");
    }

    [Theory]
    [InlineData("camel")]
    [InlineData("snake")]
    public async Task A_header_without_a_name_of_its_own_has_one_as_HTTP_writes_them(string naming)
    {
        Assert.Equal("\"curl\"", await tickets.Read(naming, "GET", "/tickets/agents", headers: ("user-agent", "curl")));
        Assert.Contains("[\"header\",\"User-Agent\"]", await (await tickets.Send(naming, "GET", "/tickets/agents", headers: ("userAgent", "curl"))).Content.ReadAsStringAsync());
        Assert.Contains("\"User-Agent\"", await tickets.Read(naming, "GET", "/openapi.json"));
    }

    [Theory]
    [InlineData("camel", "userName=ada&seatCount=2&state=on-hold&tags=a&tags=b", """{"userName":"ada","seatCount":2,"state":"on-hold","tags":["a","b"]}""")]
    [InlineData("snake", "user_name=ada&seat_count=2&state=still_open&tags=", """{"user_name":"ada","seat_count":2,"state":"still_open","tags":[""]}""")]
    [InlineData("snake", "user_name=ada&seat_count=2", """{"user_name":"ada","seat_count":2,"state":"still_open","tags":null}""")]
    public async Task A_form_of_an_object_is_bound_by_the_documented_names(string naming, string form, string read) =>
        Assert.Equal(read, await tickets.Read(naming, "POST", "/tickets/forms", form, UrlEncoded));

    [Theory]
    [InlineData("", "missing@body.userName", "missing@body.seatCount")]
    [InlineData("userName=ada", "missing@body.seatCount")]
    [InlineData("UserName=ada&user_name=ada&username=ada&USERNAME=ada&seatCount=2", "missing@body.userName")]
    [InlineData("userName=ada&seatCount=x&state=Done", "int_parsing@body.seatCount", """enum@body.state {"expected":"'stillOpen', 'done' or 'on-hold'"}""")]
    [InlineData("userName=ada&userName=bob&seatCount=2", "duplicate_parameter@body.userName")]
    public async Task And_by_no_others_and_each_field_that_is_missing_is_named(string form, params string[] faults) =>
        await (await tickets.Send("camel", "POST", "/tickets/forms", form, UrlEncoded)).MustHaveFaults(faults);

    [Fact]
    public async Task A_list_of_files_is_that_of_its_field()
    {
        Assert.Equal("""["a.txt","b.txt"]""", await tickets.Read("camel", "POST", "/tickets/files", $"{File("files", "a.txt")}{File("other", "x.txt")}{File("files", "b.txt")}--b--\r\n", Multipart));
        await (await tickets.Send("camel", "POST", "/tickets/files", $"{File("other", "x.txt")}--b--\r\n", Multipart)).MustHaveFaults("missing@body.files");
    }

    [Theory]
    [InlineData("elements")]
    [InlineData("objects")]
    [InlineData("numbers")]
    public async Task A_body_that_is_no_object_of_the_service_is_required_too(string path) =>
        await (await tickets.Send("camel", "POST", $"/tickets/{path}")).MustHaveFaults("missing@body");

    [Theory]
    [InlineData("objects", "[]", "dict_type@body")]
    [InlineData("objects", "5", "dict_type@body")]
    [InlineData("numbers", "\"x\"", "int_parsing@body")]
    [InlineData("elements", "[1,]", """json_invalid@body[2] {"error":"Illegal trailing comma before end of array"}""")]
    public async Task And_is_refused_by_its_kind(string path, string body, string fault) =>
        await (await tickets.Send("camel", "POST", $"/tickets/{path}", body)).MustHaveFaults(fault);

    [Theory]
    [InlineData("elements", "[null,{}]", "[null,{}]")]
    [InlineData("objects", """{"a":1}""", "1")]
    [InlineData("numbers", "5", "5")]
    public async Task And_read_where_it_is_right(string path, string body, string answer) =>
        Assert.Equal(answer, await tickets.Read("camel", "POST", $"/tickets/{path}", body));

    [Theory]
    [InlineData("openedAt", "2020-02-29T12:00:00+00:00", "2020-02-29T12:00:00Z")]
    [InlineData("openedAt", "2020-02-29T12:00:00.50Z", "2020-02-29T12:00:00.5Z")]
    [InlineData("openedAt", "2020-02-29T12:00:00+09:00", "2020-02-29T12:00:00+09:00")]
    [InlineData("closedAt", "2020-02-29T12:00:00+09:00", "2020-02-29T03:00:00Z")]
    public async Task A_time_in_UTC_is_written_with_Z(string member, string sent, string written) =>
        Assert.Contains($"\"{member}\":\"{written}\"", await tickets.Read("camel", "POST", "/tickets", $$"""{"state":"done","{{member}}":"{{sent}}"}"""));

    [Fact]
    public async Task Nor_is_another_time_written_without_an_offset() => Assert.Equal(
        """{"unsaid":"2020-02-29T12:00:00Z","utc":"2020-02-29T12:00:00Z","atZero":"2020-02-29T12:00:00Z","elsewhere":"2020-02-29T12:00:00+09:00"}""",
        await tickets.Read("camel", "GET", "/tickets/times"));

    private static string File(string field, string name) =>
        $"--b\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\nhello\r\n";

    internal sealed class TextBodyFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/echoes", Echo);

        private static Ok<string> Echo([FromBody] string text) => TypedResults.Ok(text);
    }
}
