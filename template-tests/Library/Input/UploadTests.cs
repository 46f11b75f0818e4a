using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using FastApiStyle.TemplateTests.Library.Features.Uploads;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A form that may be left out, and what its document says.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string Multipart = "multipart/form-data; boundary=b";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private static readonly (string? Type, string Body)[] Nothing =
        [(null, ""), (UrlEncoded, ""), (Multipart, ""), (Multipart, "--b--\r\n"), (Multipart, "\r\n--b--\r\n")];

    private LibraryService service = null!;

    public async Task InitializeAsync() => service = await new LibraryService(typeof(UploadsFeature)).Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("/file")]
    [InlineData("/files")]
    [InlineData("/field")]
    [InlineData("/record")]
    [InlineData("/loose")]
    public async Task What_may_be_left_out_is_null_with_no_form_and_with_an_empty_one(string path)
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        Assert.Null(document.At($"paths /uploads{path} post requestBody required"));
        foreach (var (type, body) in Nothing.Where(each => Takes(document, path, each.Type)))
        {
            Assert.Equal((type, body, (200, "null")), (type, body, await Sent(path, type, body)));
        }
    }

    [Theory]
    [InlineData("/needed", "missing@body.title")]
    [InlineData("/both", "missing@body.file")]
    public async Task What_is_needed_is_missing_with_no_form_and_with_an_empty_one(string path, string fault)
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        Assert.True((bool?)document.At($"paths /uploads{path} post requestBody required"));
        foreach (var (type, body) in Nothing.Where(each => Takes(document, path, each.Type)))
        {
            await (await Post(path, type, body)).MustHaveFaults(fault);
        }
    }

    [Fact]
    public async Task Of_a_form_that_is_there_what_is_needed_is_missing() =>
        await (await Post("/record", Multipart, Field("stars", "7"))).MustHaveFaults("missing@body.title");

    [Fact]
    public async Task A_form_that_is_there_is_taken()
    {
        Assert.Equal((200, "a 7"), await Sent("/record", Multipart, $"{Field("title", "a")[..^7]}{Field("stars", "7")}"));
        Assert.Equal((200, "x"), await Sent("/loose", UrlEncoded, "note=x"));
        Assert.Equal((200, "x"), await Sent("/field", UrlEncoded, "note=x"));
    }

    [Fact]
    public async Task A_form_cannot_send_null_and_a_field_of_it_may_not_be_null()
    {
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        Assert.DoesNotContain("null", FormOf(document, "/needed", "multipart/form-data").ToJsonString());
        Assert.DoesNotContain("null", FormOf(document, "/loose", UrlEncoded).ToJsonString());
        Assert.Contains("\"null\"", document.Schema("LooseUpload")!.ToJsonString());
    }

    [Fact]
    public async Task The_document_says_what_is_taken() => await Contract.AttackAsync(service.Client);

    private static JsonNode FormOf(JsonNode document, string path, string type)
    {
        var form = document.At($"paths /uploads{path} post requestBody content {type} schema")!;
        return (string?)form["$ref"] is { } name ? document.Schema(name.Split('/')[^1])! : form;
    }

    private static bool Takes(JsonNode document, string path, string? type) =>
        type is null || document.At($"paths /uploads{path} post requestBody content {type.Split(';')[0]}") is not null;

    private static string Field(string name, string value) => $"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n--b--\r\n";

    private async Task<HttpResponseMessage> Post(string path, string? type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads{path}");
        if (type is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
        return await service.Client.SendAsync(request);
    }

    private async Task<(int Status, string Text)> Sent(string path, string? type, string body)
    {
        using var answer = await Post(path, type, body);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
