using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiService.Tests;

/// <summary>The service with one more route, which every valid token opens, whichever other routes there are.</summary>
public sealed class GuardedService : IAsyncDisposable
{
    private readonly ServiceFactory service = new();
    private readonly WebApplicationFactory<Program> guarded;

    public GuardedService() => guarded = service.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, LockedDoor>()));

    public Issuer Issuer => service.Issuer;

    public Clock Clock { get; } = new();

    public async Task<HttpResponseMessage> SendAsync(string? token)
    {
        var client = guarded.CreateClient();
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync("/locked", TestContext.Current.CancellationToken);
    }

    public async Task ShouldTakeAsync(string token) => Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(token)).StatusCode);

    /// <summary>401, for a reason that these words are a part of.</summary>
    public async Task ShouldRefuseAsync(string token, string words)
    {
        var answer = await SendAsync(token);
        await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        Assert.Matches($"^Bearer error=\"invalid_token\", error_description=\"[A-Za-z .]*{words}[A-Za-z .]*\"$", answer.Headers.WwwAuthenticate.Single().ToString());
    }

    /// <summary>503: nobody can tell.</summary>
    public async Task ShouldNotKnowAsync(string token)
    {
        var answer = await SendAsync(token);
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private sealed class LockedDoor : IStartupFilter
    {
        private readonly Endpoint door = new(
            http => TypedResults.NoContent().ExecuteAsync(http), new EndpointMetadataCollection(new AuthorizeAttribute()), "locked");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.SetEndpoint(http.Request.Path == "/locked" ? door : null);
                return rest(http);
            });
            next(app);
        };
    }
}

/// <summary>A clock that a test moves on.</summary>
public sealed class Clock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);
}
