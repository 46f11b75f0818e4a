using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>What goes wrong inside.</summary>
public sealed class UnexpectedErrorTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_client_is_told_nothing_but_the_trace_id_that_finds_it_in_the_log(string environment)
    {
        await using var service = await RoomsService.Start(environment);

        using var answer = await service.Client.GetAsync("/broken");

        var problem = await answer.MustBeProblem(500);
        Assert.Equal(6, problem.Count);
        Assert.DoesNotContain(RoomsFeature.Secret, problem.ToJsonString());
        var line = Assert.Single(service.Log.Errors);
        Assert.Contains(RoomsFeature.Secret, line);
        Assert.Contains(problem.TraceId(), line);
    }

    [Fact]
    public async Task Nor_where_no_feature_is_reached()
    {
        await using var service = await new LibraryService(typeof(RoomsFeature))
        {
            Use = app => app.Use((HttpContext http, RequestDelegate _) => throw new InvalidOperationException(RoomsFeature.Secret)),
        }.Start();

        using var answer = await service.Client.GetAsync("/nowhere");

        var problem = await answer.MustBeProblem(500);
        Assert.DoesNotContain(RoomsFeature.Secret, problem.ToJsonString());
        Assert.Contains(problem.TraceId(), Assert.Single(service.Log.Errors));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_of_the_service_is_asked_first_in_whatever_order_they_are_registered(bool before)
    {
        static void Register(WebApplicationBuilder builder) => builder.Services.AddExceptionHandler<Apology>();
        static void Nothing(WebApplicationBuilder _)
        {
        }

        await using var service = await new LibraryService(typeof(RoomsFeature))
        {
            AddFirst = before ? Register : Nothing,
            Add = before ? Nothing : Register,
        }.Start();

        using var known = await service.Client.GetAsync("/broken");

        Assert.Equal((418, "Sorry."), ((int)known.StatusCode, await known.Content.ReadAsStringAsync()));
        // What it answers, it logs as it sees fit.
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task What_no_handler_of_the_service_answers_the_library_does()
    {
        await using var service = await new LibraryService(typeof(RoomsFeature))
        {
            Add = builder => builder.Services.AddExceptionHandler<Apology>(),
            Use = app => app.Map("/else", branch => branch.Run(_ => throw new NotSupportedException(RoomsFeature.Secret))),
        }.Start();

        using var answer = await service.Client.GetAsync("/else");

        await answer.MustBeProblem(500);
        Assert.Contains(RoomsFeature.Secret, Assert.Single(service.Log.Errors));
    }

    private sealed class Apology : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not InvalidOperationException)
            {
                return false;
            }
            httpContext.Response.StatusCode = 418;
            await httpContext.Response.WriteAsync("Sorry.", cancellationToken);
            return true;
        }
    }
}
