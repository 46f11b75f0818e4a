using FastApiStyle.TemplateTests.Library.Features.Loans;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>A problem is an answer wherever it is thrown, and no failure.</summary>
public sealed class ThrownProblemTests
{
    [Theory]
    [InlineData("POST", "/loans", """{"book":"lost"}""")]
    [InlineData("GET", "/loans/service", null)]
    [InlineData("GET", "/loans/dependency", null)]
    [InlineData("GET", "/middleware", null)]
    public async Task One_is_answered_from_wherever_it_is_thrown(string method, string path, string? body)
    {
        await using var service = await Start();

        using var answer = await service.Client.Send(new(method), path, body);

        Assert.Equal("It is lost.", (string)(await answer.MustBeProblem(404))["detail"]!);
        Assert.Equal("1", answer.Headers.GetValues("X-Lost").Single());
    }

    [Fact]
    public async Task It_leaves_nothing_in_the_log_that_an_operator_reads()
    {
        await using var service = await Start();

        using var answer = await service.Client.GetAsync("/loans/service");

        Assert.DoesNotContain(service.Log.Lines, line => line.Contains("lost", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_that_is_the_fault_of_the_service_is_a_warning_with_its_trace()
    {
        await using var service = await Start();

        using var answer = await service.Client.GetAsync("/loans/away");

        var problem = await answer.MustBeProblem(503);
        var line = await service.Log.WaitFor("/loans/away is answered with 503 The library is away.");
        Assert.Contains(problem.TraceId(), line);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task Headers_of_middlewares_stay_and_those_of_the_body_that_did_not_come_go()
    {
        await using var service = await Start();

        using var answer = await service.Client.GetAsync("/loans/begun");

        await answer.MustBeProblem(404);
        Assert.Equal("yes", answer.Headers.GetValues("X-Middleware").Single());
        Assert.Null(answer.Headers.ETag);
        Assert.Null(answer.Headers.CacheControl);
    }

    [Fact]
    public async Task No_handler_of_exceptions_is_asked_for_it()
    {
        await using var service = await Start(builder => builder.Services.AddExceptionHandler<Everything>());

        using var answer = await service.Client.GetAsync("/loans/service");

        await answer.MustBeProblem(404);
    }

    [Fact]
    public async Task Once_an_answer_has_begun_it_is_a_failure_like_any_other()
    {
        await using var service = await Start();

        await Assert.ThrowsAsync<HttpRequestException>(() => service.Client.GetAsync("/loans/late"));

        await service.Log.WaitFor("An unhandled exception was thrown by the application.");
    }

    private static Task<LibraryService> Start(Action<WebApplicationBuilder>? add = null) => new LibraryService(typeof(LoansFeature))
    {
        Add = builder =>
        {
            // As operators read it.
            builder.Logging.AddFilter("FastApiStyle", LogLevel.Information);
            add?.Invoke(builder);
        },
        UseFirst = app => app.Use((http, next) =>
        {
            http.Response.Headers["X-Middleware"] = "yes";
            return next(http);
        }),
        Use = app => app.Map("/middleware", branch => branch.Run(_ => throw LoansFeature.Lost())),
    }.Start();

    private sealed class Everything : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 418;
            return ValueTask.FromResult(true);
        }
    }
}
