using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using FastApiStyle.TemplateTests.Library.Features.Sheets;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Preconditions;

/// <summary>Who has a version does not fetch it again, and who has an older one changes nothing (RFC 9110 §13).</summary>
public sealed class PreconditionTests : IAsyncLifetime
{
    private const string Unquoted = "1:1";
    private readonly LibraryService service = new(typeof(SheetsFeature));

    public async Task InitializeAsync()
    {
        await service.Start();
        using var created = await Send(HttpMethod.Post, "/sheets/");
        Assert.Equal("\"1:1\"", $"{created.Headers.ETag}");
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("GET", "/sheets/1", "\"1:1\"", 304)]
    [InlineData("GET", "/sheets/1", "W/\"1:1\"", 304)]
    [InlineData("GET", "/sheets/1", "\"x\", W/\"y\" ,\"1:1\"", 304)]
    [InlineData("GET", "/sheets/1", "*", 304)]
    [InlineData("GET", "/sheets/1", "\"1:2\"", 200)]
    [InlineData("GET", "/sheets/1", Unquoted, 200)]
    [InlineData("GET", "/sheets/1", "", 200)]
    [InlineData("GET", "/sheets/2", "*", 404)]
    [InlineData("GET", "/sheets/", "W/\"1\"", 304)]
    [InlineData("GET", "/sheets/", "\"1\"", 304)]
    [InlineData("HEAD", "/sheets/1/head", "\"1:1\"", 304)]
    [InlineData("HEAD", "/sheets/1/head", "\"x\"", 200)]
    public async Task A_read_answers_304_where_the_client_has_that_version(string method, string path, string sent, int status)
    {
        using var answer = await Send(new HttpMethod(method), path, ("If-None-Match", sent));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 404, answer.Headers.ETag is null);
    }

    [Fact]
    public async Task A_304_has_no_body_and_the_headers_that_the_body_would_have_had()
    {
        using var answer = await Send(HttpMethod.Get, "/sheets/1", ("If-None-Match", "\"1:1\""));

        Assert.Equal(("\"1:1\"", "no-cache", ""), ($"{answer.Headers.ETag}", $"{answer.Headers.CacheControl}", await answer.Content.ReadAsStringAsync()));
        Assert.Null(answer.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("PATCH", "/sheets/1", "\"1:1\"", 200)]
    [InlineData("PATCH", "/sheets/1", "*", 200)]
    [InlineData("PATCH", "/sheets/1", "\"x\",\"1:1\"", 200)]
    [InlineData("PATCH", "/sheets/1", null, 200)]
    [InlineData("PATCH", "/sheets/1", "W/\"1:1\"", 412)]
    [InlineData("PATCH", "/sheets/1", "\"1:0\"", 412)]
    [InlineData("PATCH", "/sheets/1", Unquoted, 412)]
    [InlineData("PATCH", "/sheets/1", "", 412)]
    [InlineData("PATCH", "/sheets/2", "*", 404)]
    [InlineData("PUT", "/sheets/2", "*", 412)]
    [InlineData("PUT", "/sheets/1", "\"1:1\"", 200)]
    [InlineData("PUT", "/sheets/1", null, 428)]
    [InlineData("DELETE", "/sheets/1", "\"1:1\"", 204)]
    [InlineData("DELETE", "/sheets/1", "\"1:0\"", 412)]
    [InlineData("DELETE", "/sheets/1", null, 428)]
    public async Task A_change_is_made_to_the_version_that_the_client_means(string method, string path, string? sent, int status)
    {
        using var answer = await Send(new HttpMethod(method), path, ("If-Match", sent));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status >= 400)
        {
            await answer.MustBeProblem(status);
        }
    }

    [Theory]
    [InlineData("/sheets/1", "*", 412)]
    [InlineData("/sheets/2", "*", 200)]
    [InlineData("/sheets/1", "\"1:1\"", 412)]
    public async Task A_PUT_may_ask_that_there_is_none_yet(string path, string sent, int status)
    {
        using var answer = await Send(HttpMethod.Put, path, ("If-None-Match", sent));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "\"x\"", "\"1:1\"", 412)]
    [InlineData("GET", "\"1:1\"", "\"1:1\"", 304)]
    [InlineData("GET", "\"1:1\"", "\"x\"", 200)]
    [InlineData("PUT", "\"x\"", "\"x\"", 412)]
    [InlineData("PUT", "\"1:1\"", "\"1:1\"", 412)]
    [InlineData("PUT", "\"1:1\"", "\"x\"", 200)]
    public async Task If_Match_goes_before_If_None_Match(string method, string match, string noneMatch, int status)
    {
        using var answer = await Send(new HttpMethod(method), "/sheets/1", ("If-Match", match), ("If-None-Match", noneMatch));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 412, answer.Headers.ETag is null);
    }

    [Fact]
    public async Task What_the_headers_say_may_stand_in_several_lines()
    {
        using var answer = await Send(HttpMethod.Get, "/sheets/1", ("If-None-Match", "\"x\""), ("If-None-Match", "\"1:1\""));

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task Input_that_is_not_valid_is_422_whatever_the_tag()
    {
        using var answer = await Send(HttpMethod.Patch, "/sheets/1", """{"text":1}""", ("If-Match", "\"x\""));

        await answer.MustBeProblem(422);
    }

    [Fact]
    public async Task All_of_it_is_documented()
    {
        var paths = (await DocumentOf.Features(typeof(SheetsFeature)))["paths"]!;

        Assert.Equal(["If-None-Match"], HeadersOf(paths.At("/sheets/{id} get")!));
        Assert.Equal(["200", "304", "404", "412", "422"], StatusesOf(paths.At("/sheets/{id} get")!));
        Assert.Equal(["If-Match"], HeadersOf(paths.At("/sheets/{id} patch")!));
        Assert.DoesNotContain("428", StatusesOf(paths.At("/sheets/{id} patch")!));
        Assert.Contains("412", StatusesOf(paths.At("/sheets/{id} patch")!));
        Assert.Equal(["If-Match", "If-None-Match"], HeadersOf(paths.At("/sheets/{id} put")!));
        Assert.Equal(["If-Match!"], HeadersOf(paths.At("/sheets/{id} delete")!));
        Assert.Contains("428", StatusesOf(paths.At("/sheets/{id} delete")!));
        Assert.Equal("string", (string?)paths.At("/sheets post responses 201 headers ETag schema type"));
        Assert.True((bool?)paths.At("/sheets/{id} get responses 200 headers ETag required"));
        Assert.Null(paths.At("/sheets/{id} delete responses 204 headers"));
    }

    private static string[] HeadersOf(JsonNode operation) => [.. operation["parameters"]!.AsArray()
        .Where(parameter => (string?)parameter!["in"] == "header").Select(parameter => $"{parameter!["name"]}{((bool?)parameter["required"] == true ? "!" : "")}")];

    private static string[] StatusesOf(JsonNode operation) => [.. operation["responses"]!.AsObject().Select(response => response.Key).Order(StringComparer.Ordinal)];

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string? Text)[] headers) =>
        Send(method, path, """{"text":"one"}""", headers);

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, string body, params (string Name, string? Text)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, text) in headers.Where(header => header.Text is not null))
        {
            request.Headers.TryAddWithoutValidation(name, text);
        }
        request.Content = method.Method is "POST" or "PATCH" or "PUT" ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        return service.Client.SendAsync(request);
    }
}
