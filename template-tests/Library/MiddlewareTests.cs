using System.Net;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Middleware that a feature brings with it.</summary>
public sealed class MiddlewareTests
{
    [Fact]
    public async Task It_knows_who_asks_and_for_which_route_also_of_another_feature()
    {
        await using var service = await new LibraryService(typeof(AuditFeature), typeof(PagesFeature)).Start();

        using var answer = await service.Client.Send(HttpMethod.Get, "/pages/7", token: "anna");
        using var nothing = await service.Client.GetAsync("/nothing");

        Assert.Equal("anna at /pages/{id}", answer.Headers.GetValues("X-Audit").Single());
        Assert.Equal("nobody at nothing", nothing.Headers.GetValues("X-Audit").Single());
        await nothing.MustBeProblem(404);
    }

    [Fact]
    public async Task Who_may_not_come_in_never_meets_it()
    {
        await using var service = await new LibraryService(typeof(AuditFeature), typeof(PagesFeature)).Start();

        using var answer = await service.Client.GetAsync("/pages/mine");

        Assert.Equal((HttpStatusCode.Unauthorized, false), (answer.StatusCode, answer.Headers.Contains("X-Audit")));
    }

    [Fact]
    public async Task What_it_throws_is_answered_like_what_a_handler_throws()
    {
        await using var service = await new LibraryService(typeof(AuditFeature), typeof(PagesFeature)).Start();

        using var answer = await service.Client.Send(HttpMethod.Get, "/pages/7", token: "mallory");

        await answer.MustBeProblem(500);
    }

    [Fact]
    public async Task It_stands_in_the_order_of_the_features_where_their_routes_are_in_a_group_too()
    {
        await using var service = await new LibraryService(typeof(AuditFeature), typeof(BannerFeature))
        {
            Routes = app => app.MapGroup("/api/v1"),
        }.Start();

        using var answer = await service.Client.GetAsync("/api/v1/banner");

        Assert.Equal("nobody at /api/v1/banner", answer.Headers.GetValues("X-Audit").Single());
        Assert.Equal("behind nobody at /api/v1/banner", answer.Headers.GetValues("X-Banner").Single());
    }

    [Fact]
    public async Task Middleware_of_another_signature_stops_the_start_with_a_sentence_that_says_how_to_write_it()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(WrongFeature)).Start());

        Assert.Equal(
            $"{typeof(WrongFeature).FullName}.UseMiddleware is never called: make it public static void UseMiddleware(IApplicationBuilder app).",
            refusal.Message);
    }

    [Fact]
    public async Task A_service_that_maps_features_without_what_they_rely_on_does_not_start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddFastApiStyle(typeof(MiddlewareTests).Assembly, api => api.Types = []);
        await using var app = builder.Build();

        var refusal = Assert.Throws<StartupException>(app.MapFeatures);

        Assert.StartsWith("UseFastApiStyle is never called", refusal.Message);
    }

    public sealed class AuditFeature : IFeature
    {
        public static void UseMiddleware(IApplicationBuilder app) => app.Use((http, next) =>
        {
            var name = http.User.Identity?.Name ?? "nobody";
            http.Response.Headers.Append("X-Audit", $"{name} at {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "nothing"}");
            return name == "mallory" ? throw new InvalidOperationException("It breaks.") : next(http);
        });
    }

    public sealed class BannerFeature : IFeature
    {
        public static void UseMiddleware(IApplicationBuilder app) => app.Use((http, next) =>
        {
            http.Response.Headers["X-Banner"] = $"behind {http.Response.Headers["X-Audit"]}";
            return next(http);
        });

        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/banner", () => "banner");
    }

    public sealed class PagesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/pages/{id}", (int id) => id);
            routes.MapGet("/pages/mine", () => "mine").RequireAuthorization();
        }
    }

    public sealed class WrongFeature : IFeature
    {
        public static void UseMiddleware(WebApplication app) => app.UseHsts();
    }
}
