using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Streams;

/// <summary>Lines, and parts of files.</summary>
public sealed class PieceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_line_comes_as_soon_as_it_is_there_and_the_last_one_when_the_service_stops()
    {
        await using var service = await Start(out _);
        using var answer = await service.Client.GetAsync("/lines", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("application/jsonl", $"{answer.Content.Headers.ContentType}");
        Assert.Equal("""{"text":"first","count":1}""", await lines.ReadLineAsync());
        var stopping = service.Stop();
        Assert.Equal("""{"text":"last","count":1}""", await lines.ReadLineAsync());
        Assert.Null(await lines.ReadLineAsync());
        await stopping.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_client_that_goes_ends_the_lines_and_is_no_error()
    {
        await using var service = await Start(out var ends);
        var answer = await service.Client.GetAsync("/lines", HttpCompletionOption.ResponseHeadersRead);

        answer.Dispose();

        await ends.Lines.Task.WaitAsync(Patience);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task What_fails_behind_the_first_line_breaks_the_connection()
    {
        await using var service = await Start(out _);

        await Assert.ThrowsAsync<HttpRequestException>(() => service.Client.GetStringAsync("/lines?fail=true"));
    }

    [Fact]
    public async Task The_document_has_the_schema_of_a_line()
    {
        await using var service = await Start(out _);

        var document = await service.Client.GetStringAsync("/openapi.json");

        Assert.Contains("""
                        "content": {
                          "application/jsonl": {
                            "schema": {
                              "$ref": "#/components/schemas/Note"
            """.ReplaceLineEndings("\n").Replace(" ", ""), document.Replace(" ", ""));
    }

    [Theory]
    [InlineData("bytes=0-4", HttpStatusCode.PartialContent, "Hello", "bytes 0-4/12")]
    [InlineData("bytes=-5", HttpStatusCode.PartialContent, "file!", "bytes 7-11/12")]
    [InlineData("bytes=12-", HttpStatusCode.RequestedRangeNotSatisfiable, null, "bytes */12")]
    public async Task A_part_of_a_file_is_fetched_and_one_that_is_none_is_a_problem(string range, HttpStatusCode status, string? part, string content)
    {
        await using var service = await Start(out _);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/file") { Headers = { Range = RangeHeaderValue.Parse(range) } };

        var answer = await service.Client.SendAsync(request);

        Assert.Equal((status, content), (answer.StatusCode, $"{answer.Content.Headers.ContentRange}"));
        if (part is null)
        {
            await answer.MustBeProblem(416);
            Assert.Null(answer.Content.Headers.ContentDisposition);
        }
        else
        {
            Assert.Equal(part, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_route_may_take_less_than_others()
    {
        await using var service = await Start(out _);
        Task<HttpResponseMessage> Post(int size, string type) => service.Client.PostAsync(
            "/small", new StringContent($$"""{"text":"{{new string('x', size)}}"}""", Encoding.UTF8, type));

        Assert.Equal(HttpStatusCode.OK, (await Post(50, "application/json")).StatusCode);
        await (await Post(100, "application/json")).MustBeProblem(413);
        await (await Post(50, "text/plain")).MustBeProblem(415);
    }

    private static Task<LibraryService> Start(out Ends ends)
    {
        var own = ends = new Ends();
        return new LibraryService(typeof(TalksFeature)) { Add = builder => builder.Services.AddSingleton(own) }.Start();
    }
}
