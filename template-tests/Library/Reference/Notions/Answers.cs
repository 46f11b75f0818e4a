using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What an answer holds.</summary>
internal static class Answers
{
    [Notion("response_model, -> Model")]
    public static Task Model() => Ask(async service =>
    {
        Assert.Equal("""{"full_name":"Ada"}""", await service.Get("/people/1"));
        Assert.Contains("PersonRead", (await service.Operation("/people/{number}"))["responses"]!["200"]!.ToJsonString());
    });

    [Notion("status_code=201")]
    public static Task Status() => Ask(async service =>
    {
        using var answer = await service.Post("/people", """{"full_name": "Ada"}""");
        Assert.Equal((HttpStatusCode.Created, "/people/1"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.NotNull((await service.Operation("/people", "post"))["responses"]!["201"]);
    });

    [Notion("responses={404: …}")]
    public static Task Responses() => Ask(async service =>
        Assert.Contains("HTTPError", (await service.Operation("/people/{number}"))["responses"]!["404"]!.ToJsonString()));

    [Notion("Response (headers, cookies)")]
    public static Task Response() => Ask(async service =>
    {
        using var answer = await service.Client.GetAsync("/headers");
        Assert.Equal(["1"], answer.Headers.GetValues("X-Count"));
        Assert.StartsWith("seen=1;", Assert.Single(answer.Headers.GetValues("Set-Cookie")));
    });

    [Notion("response_class=HTMLResponse")]
    public static Task ResponseClass() => Ask(async service =>
    {
        using var answer = await service.Client.GetAsync("/page");
        Assert.Equal(("text/html", "<p>Hello</p>"), (answer.Content.Headers.ContentType!.MediaType, await answer.Content.ReadAsStringAsync()));
    });

    [Notion("RedirectResponse")]
    public static Task Redirect() => Ask(async service =>
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = service.Address };
        using var answer = await client.GetAsync("/old-page");
        Assert.Equal((HttpStatusCode.Found, "/page"), (answer.StatusCode, $"{answer.Headers.Location}"));
    });

    [Notion("FileResponse")]
    public static Task File() => Ask(async service =>
    {
        using var answer = await service.Client.GetAsync("/report");
        Assert.Equal(("report.csv", "a;b"), (answer.Content.Headers.ContentDisposition!.FileName, await answer.Content.ReadAsStringAsync()));
        using var part = new HttpRequestMessage(HttpMethod.Get, "/report") { Headers = { Range = new(2, 2) } };
        using var rest = await service.Client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "b"), (rest.StatusCode, await rest.Content.ReadAsStringAsync()));
    });

    [Notion("StreamingResponse")]
    public static Task Streaming() => Ask(async service => Assert.Equal("012", await service.Get("/stream")));

    [Notion("EventSourceResponse")]
    public static Task Events() => Ask(async service =>
    {
        Assert.Equal("data: 0\n\ndata: 1\n\n", await service.Get("/ticks"));
        Assert.Contains("integer", (await service.Operation("/ticks"))["responses"]!["200"]!["content"]!["text/event-stream"]!.ToJsonString());
    });

    [Notion("jsonable_encoder")]
    public static Task Encoder() => Ask(service =>
    {
        var json = service.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Assert.Equal("""{"full_name":"Ada"}""", JsonSerializer.SerializeToNode(new PersonRead("Ada"), json)!.ToJsonString());
        return Task.CompletedTask;
    });

    private static async Task Ask(Func<LibraryService, Task> ask)
    {
        await using var service = await Asked.Service(typeof(PeopleFeature)).Start();
        await ask(service);
    }

    internal sealed record Person(int Number, string FullName, string PasswordHash);

    internal sealed record PersonRead(string FullName);

    internal sealed class PeopleFeature : IFeature
    {
        private static readonly Person Ada = new(1, "Ada", "$2b$");

        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/people/{number}", ReadPerson);
            routes.MapPost("/people", CreatePerson);
            routes.MapGet("/headers", ReadHeaders);
            routes.MapGet("/page", ReadPage);
            routes.MapGet("/old-page", ReadOldPage);
            routes.MapGet("/report", ReadReport);
            routes.MapGet("/stream", ReadStream);
            routes.MapGet("/ticks", ReadTicks);
        }

        private static Results<Ok<PersonRead>, NotFoundProblem> ReadPerson(int number) =>
            number == Ada.Number ? TypedResults.Ok(new PersonRead(Ada.FullName)) : new NotFoundProblem("There is nobody of this number.");

        private static Created<PersonRead> CreatePerson(PersonRead person) => TypedResults.Created("/people/1", person);

        private static NoContent ReadHeaders(HttpResponse response)
        {
            response.Headers["X-Count"] = "1";
            response.Cookies.Append("seen", "1");
            return TypedResults.NoContent();
        }

        private static ContentHttpResult ReadPage() => TypedResults.Content("<p>Hello</p>", "text/html");

        private static RedirectHttpResult ReadOldPage() => TypedResults.Redirect("/page");

        private static FileContentHttpResult ReadReport() => TypedResults.File("a;b"u8.ToArray(), "text/csv", "report.csv", enableRangeProcessing: true);

        private static PushStreamHttpResult ReadStream() => TypedResults.Stream(
            async stream =>
            {
                for (var number = 0; number < 3; number++)
                {
                    await stream.WriteAsync(new[] { (byte)('0' + number) });
                    await stream.FlushAsync();
                }
            },
            "text/plain");

        private static ServerSentEventsResult<int> ReadTicks() => TypedResults.ServerSentEvents(AsyncEnumerable.Range(0, 2));
    }
}
