using System.Net;
using FastApiService.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiService.Tests;

public sealed class DatabaseServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_database_is_away_every_answer_says_when_to_come_back_and_then_all_goes_on()
    {
        await using var database = TestDatabase.Create();
        await using var factory = new ServiceFactory();
        await using var service = factory.WithWebHostBuilder(builder => builder
            .UseSetting("ConnectionStrings:Default", database.ConnectionString)
            .ConfigureTestServices(services => services.AddTransient<IStartupFilter, QueryRoute>()));
        var client = service.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(QueryRoute.Path, Cancellation)).StatusCode);

        await database.GoAwayAsync();
        // Of a connection that was open, and of one that is to be opened.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refused = await client.GetAsync(QueryRoute.Path, Cancellation);
            await refused.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }
        await (await client.GetAsync("/health/ready", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancellation)).StatusCode);

        await database.ComeBackAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(QueryRoute.Path, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Cancellation)).StatusCode);
    }

    /// <summary>A route that asks the database, behind all of the service's own.</summary>
    private sealed class QueryRoute : IStartupFilter
    {
        public const string Path = "/test-query";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map(Path, route => route.Run(async http =>
            {
                await http.RequestServices.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync($"SELECT 1", http.RequestAborted);
                http.Response.StatusCode = StatusCodes.Status200OK;
            }));
        };
    }
}
