using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A request passes the middleware that it needs, and no other.</summary>
public sealed class NeedsTests
{
    [Theory]
    [InlineData("/needs/nobody", 0, "\"nobody asked\"")]
    [InlineData("/needs/somebody", 1, "\"Ada\"")]
    [InlineData("/needs/signed-in", 1, "\"Ada\"")]
    [InlineData("/needs/by-context", 1, "\"Ada\"")]
    [InlineData("/needs/twice", 1, "\"Ada and Ada\"")]
    public async Task Who_asks_is_found_out_once_and_only_for_what_asks_for_it(string path, int times, string answer)
    {
        await using var service = await Service().Start();
        var count = service.Services.GetRequiredService<Counter>();

        Assert.Equal(answer, await service.Client.GetStringAsync(path));
        Assert.Equal(times, count.Value);
    }

    [Fact]
    public async Task A_fallback_policy_is_asked_for_each_route()
    {
        await using var service = await Service(builder => builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())).Start();

        using var answer = await service.Client.GetAsync("/needs/nobody");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static LibraryService Service(Action<WebApplicationBuilder>? add = null) => new(typeof(NeedsFeature))
    {
        Add = builder =>
        {
            builder.Services.AddSingleton<Counter>();
            builder.Services.AddAuthentication("counted").AddScheme<AuthenticationSchemeOptions, Counted>("counted", null);
            add?.Invoke(builder);
        },
    };

    private sealed class NeedsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            var needs = routes.MapGroup("/needs");
            needs.MapGet("/nobody", () => TypedResults.Ok("nobody asked"));
            needs.MapGet("/somebody", (ClaimsPrincipal user) => TypedResults.Ok(user.Identity!.Name!)).WithName("Somebody");
            needs.MapGet("/signed-in", (ClaimsPrincipal user) => TypedResults.Ok(user.Identity!.Name!)).WithName("SignedIn").RequireAuthorization();
            needs.MapGet("/by-context", (HttpContext http) => TypedResults.Ok(http.User.Identity!.Name!)).WithName("ByContext");
            needs.MapGet("/twice", (HttpContext http) => TypedResults.Ok($"{http.User.Identity!.Name} and {http.User.Identity.Name}")).WithName("Twice");
        }
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }

    private sealed class Counted(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Counter counter)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            counter.Value++;
            var ada = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "Ada")], Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new(ada, Scheme.Name)));
        }
    }
}
