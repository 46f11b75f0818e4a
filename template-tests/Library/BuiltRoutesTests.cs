using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>Building the routes is most of what a feature costs the start.</summary>
public sealed class BuiltRoutesTests
{
    /// <summary>Who else looks at all endpoints has ASP.NET Core build each of them once more.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    public async Task One_is_built_once_for_the_check_for_requests_and_for_the_document(string prefix)
    {
        OnceFeature.Built = 0;
        await using var service = await new LibraryService(typeof(OnceFeature)) { Routes = app => prefix is "" ? app : app.MapGroup(prefix) }.Start();

        Assert.Equal("in time", await service.Client.GetStringAsync($"{prefix}/once"));
        Assert.Contains("/once", await service.Client.GetStringAsync("/openapi.json"));

        Assert.Equal(1, OnceFeature.Built);
    }

    [Fact]
    public async Task What_a_group_asks_for_holds_though_somebody_has_looked_at_its_routes_before()
    {
        IEndpointRouteBuilder? routes = null;
        RouteGroupBuilder? group = null;
        await using var service = await new LibraryService(typeof(OnceFeature))
        {
            Routes = app => group = (routes = app).MapGroup("/api"),
            Add = builder => builder.Services.AddSingleton<IStartupFilter>(new Before(() =>
            {
                Assert.NotEmpty(routes!.DataSources.SelectMany(source => source.Endpoints));
                group!.RequireAuthorization();
            })),
        }.Start();

        using var answer = await service.Client.GetAsync("/api/once");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private sealed class Before(Action look) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next)
        {
            look();
            return next;
        }
    }

    internal sealed class OnceFeature : IFeature
    {
        public static int Built { get; set; }

        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/once", ReadOnce).Add(_ => Built++);

        private static string ReadOnce() => "in time";
    }
}
