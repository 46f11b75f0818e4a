using System.Net;
using System.Net.Http.Json;

namespace FastApiService.Tests;

public sealed class PlatformTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_has_the_document_need_not_read_it_again()
    {
        var client = service.CreateClient();
        var first = await client.GetAsync("/openapi.json", Cancellation);

        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/openapi.json", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/redoc/index.html")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_pages_and_the_probes_answer(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await service.CreateClient().GetAsync(path, Cancellation)).StatusCode);

    [Theory]
    [InlineData("/openapi.json", "Docs:OpenApi")]
    [InlineData("/docs/index.html", "Docs:SwaggerUi")]
    [InlineData("/redoc/index.html", "Docs:ReDoc")]
    public async Task Each_page_can_be_switched_off(string path, string setting)
    {
        await using var quiet = new ServiceFactory().With(setting, "false");

        await (await quiet.CreateClient().GetAsync(path, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem()
    {
        var client = service.CreateClient();

        await (await client.GetAsync("/nowhere", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        var answer = await client.PutAsJsonAsync("/items", new { }, Cancellation);
        await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused() =>
        await (await service.CreateClient().PostAsync("/users", new StringContent("x"), Cancellation))
            .ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task An_unexpected_failure_tells_nothing_but_its_trace()
    {
        await using var broken = new ServiceFactory().With("Database:MigrateAtStart", "false");

        var problem = await (await broken.CreateClient().GetAsync("/items", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.InternalServerError);

        problem.ShouldTellNothingButItsTrace();
        Assert.DoesNotContain("SQLite", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
        await (await broken.CreateClient().GetAsync("/health/ready", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }
}
