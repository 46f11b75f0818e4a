using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task What_is_not_there_is_a_problem() =>
        await (await service.CreateClient().GetAsync("/nowhere", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task An_unexpected_failure_tells_nothing_but_its_trace()
    {
        await using var broken = service.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddSingleton<IStartupFilter, Failure>()));

        var answer = await broken.CreateClient().GetAsync("/broken", Cancellation);

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.InternalServerError);
        problem.ShouldTellNothingButItsTrace();
        Assert.DoesNotContain(Failure.Secret, problem.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Fails wherever nothing answers.</summary>
    private sealed class Failure : IStartupFilter
    {
        public const string Secret = "what no client may know";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(_ => throw new InvalidOperationException(Secret));
        };
    }
}
