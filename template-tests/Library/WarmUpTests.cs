using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What a service does for its first requests.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task A_route_that_nobody_has_asked_for_is_compiled_while_the_service_is_at_rest()
    {
        var compiled = new TaskCompletionSource();
        await using var service = await new LibraryService(typeof(WaitedForFeature))
        {
            Environment = "Production",
            Add = builder => builder.Services.AddSingleton(compiled),
        }.Start();

        await compiled.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("\"here\"", await service.Client.GetStringAsync("/waited-for"));
    }

    private sealed class WaitedForFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/waited-for", () => TypedResults.Ok("here"))
            // Asked when the route is compiled, and not before.
            .AddEndpointFilterFactory((context, next) =>
            {
                context.ApplicationServices.GetRequiredService<TaskCompletionSource>().TrySetResult();
                return next;
            });
    }
}
