using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Books;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>The document reads as a good engineer would have written it by hand.</summary>
public sealed class ReadableDocumentTests : IAsyncLifetime
{
    private JsonObject document = [];

    public async Task InitializeAsync() => document = await DocumentOf.Features(typeof(BooksFeature));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task And_it_is_true()
    {
        await using var service = await new LibraryService(typeof(BooksFeature)).Start();
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "ada");

        await Contract.AttackAsync(service.Client);
    }

    [Fact]
    public void It_is_of_the_version_that_every_tool_reads() => Assert.Equal("3.1.0", (string?)document["openapi"]);

    [Theory]
    [InlineData("pages", """{"type":"integer","format":"int32","description":"At most 20 when `volume > 1`.","x-rules":["At most 20 when `volume > 1`."]}""")]
    [InlineData("letters", """{"type":"integer","format":"int64"}""")]
    [InlineData("weight", """{"type":"number","format":"float"}""")]
    [InlineData("width", """{"type":"number","format":"double"}""")]
    [InlineData("price", """{"type":"number","format":"decimal"}""")]
    [InlineData("volume", """{"type":"integer","format":"uint8","default":1,"minimum":0,"maximum":255}""")]
    [InlineData("title",
        """{"type":"string","description":"What it is called. A title does not begin with an article.","examples":["Summer"],"minLength":1,"pattern":"\\S","x-rules":["A title does not begin with an article."]}""")]
    [InlineData("blurb", """{"type":["string","null"],"description":"What it is about. 2 to 9 characters in some cases.","examples":["A storm."],"x-rules":["2 to 9 characters in some cases."]}""")]
    public void A_member_says_what_its_type_does_not(string member, string schema) =>
        Assert.Equal(schema, Text(document.Schema("Book").At($"properties {member}")));

    [Fact]
    public void An_address_that_must_not_be_empty_has_one_pattern()
    {
        var author = document.Schema("Book").At("properties author")!.AsObject();

        Assert.Equal(["type", "format", "description", "pattern"], author.Select(keyword => keyword.Key));
    }

    [Fact]
    public void A_form_is_of_one_kind_and_says_nothing_that_every_form_says() =>
        Assert.Equal(
            """{"application/x-www-form-urlencoded":{"schema":{"type":"object","required":["text"],"properties":{"text":{"type":"string"}}}}}""",
            Text(document.At("paths /books/notes post requestBody content")));

    [Fact]
    public void An_example_of_a_parameter_is_its_example()
    {
        var parameters = document.At("paths /books/{isbn} get parameters")!.AsArray();

        Assert.Equal(["978-3-16-148410-0", "12"], parameters.Select(parameter => $"{parameter!["example"]}"));
        Assert.Equal(["Its number.", "From which page on."], parameters.Select(parameter => $"{parameter!["description"]}"));
    }

    [Fact]
    public void What_an_author_says_of_a_status_is_what_the_document_says() =>
        Assert.Equal("Only readers with a card create books.", (string?)document.At("paths /books post responses 401 description"));

    [Fact]
    public void An_error_that_is_the_same_everywhere_stands_in_one_place()
    {
        Assert.Equal("""{"$ref":"#/components/responses/UnprocessableContent"}""", Text(document.At("paths /books post responses 422")));
        Assert.Equal(["ContentTooLarge", "UnsupportedMediaType", "UnprocessableContent"], document.At("components responses")!.AsObject().Select(each => each.Key));
    }

    [Fact]
    public void The_address_of_what_was_created_is_required_where_it_always_comes()
    {
        Assert.Null(document.At("paths /books post responses 201 headers Location required"));
        Assert.True((bool?)document.At("paths /books/copies post responses 201 headers Location required"));
    }

    [Fact]
    public void A_stream_of_events_is_of_the_schema_of_its_items() =>
        Assert.Equal("""{"text/event-stream":{"schema":{"$ref":"#/components/schemas/News"}}}""", Text(document.At("paths /books/news get responses 200 content")));

    [Theory]
    [InlineData("text", """{"application/octet-stream":{"schema":{"type":"string","format":"binary"}}}""")]
    [InlineData("table", """{"text/csv":{"schema":{"type":"string","format":"binary"}}}""")]
    public void A_file_has_its_type_and_its_name(string path, string content)
    {
        var answer = document.At($"paths /books/{{isbn}}/{path} get responses 200")!;

        Assert.Equal(content, Text(answer["content"]));
        Assert.Equal("The name to save it under.", (string?)answer.At("headers Content-Disposition description"));
    }

    [Fact]
    public void A_type_of_several_shapes_is_a_choice_of_them()
    {
        Assert.Equal(
            """{"description":"Where a book stands.","oneOf":[{"$ref":"#/components/schemas/Shelf"},{"$ref":"#/components/schemas/Lent"}],"discriminator":{"propertyName":"kind","mapping":{"shelf":"#/components/schemas/Shelf","lent":"#/components/schemas/Lent"}}}""",
            Text(document.Schema("Place")));
        Assert.Equal(
            """{"type":"object","description":"On a shelf.","required":["kind","number"],"properties":{"kind":{"type":"string","const":"shelf"},"number":{"type":"integer","format":"int32"}}}""",
            Text(document.Schema("Shelf")));
    }

    [Theory]
    [InlineData("loc", """{"type":"array","description":"Where it stands: `path`, `query`, `header` or `body`, then names and list indices.","items":{"oneOf":[{"type":"string"},{"type":"integer"}]}}""")]
    [InlineData("ctx", """{"type":"object","description":"The bounds that were not kept.","additionalProperties":{}}""")]
    public void A_fault_says_where_it_stands_and_of_bounds_only_where_there_are_some(string member, string schema)
    {
        Assert.Equal(schema, Text(document.Schema("Fault").At($"properties {member}")));
        Assert.Equal(["type", "loc", "msg"], document.Schema("Fault")!["required"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void The_items_of_a_page_are_there() =>
        Assert.Equal("""{"$ref":"#/components/schemas/Book"}""", Text(document.Schema("BookPage").At("properties items items")));

    private static string? Text(JsonNode? node) => node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
