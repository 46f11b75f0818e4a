using FastApiStyle.TemplateTests.Library.Features.Desks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>A dependency that cannot be had stops the start, with one sentence that says why and what to do.</summary>
public sealed class DependencyStartTests
{
    [Theory]
    [InlineData(typeof(Hen), "HTTP: GET /thing => Read asks for Hen → Egg → Hen, which has no end: let one of them do without the other.")]
    [InlineData(typeof(Reader), "HTTP: GET /thing => Read asks for Reader, whose Resolve would read note from the body, which is the handler's: register Note as a service, or say where else it comes from, as by [FromHeader] or [FromQuery].")]
    [InlineData(typeof(Borrower), "HTTP: GET /thing => Read asks for Borrower → Reader, whose Resolve would read note from the body")]
    [InlineData(typeof(Streamer), "HTTP: GET /thing => Read asks for Streamer, whose Resolve would read body from the body")]
    [InlineData(typeof(Stray), "HTTP: GET /thing => Read asks for Stray, whose Resolve cannot be called: 'id' is not a route parameter.")]
    [InlineData(typeof(Demanding), "HTTP: GET /thing => Read asks for Demanding, whose Resolve insists on key, so that who leaves it out would be told 422: let it be null, and refuse by an UnauthorizedProblem.")]
    [InlineData(typeof(Misplaced), "HTTP: GET /thing => Read asks for Misplaced, whose Resolve takes key as basic, which is sent in one header alone: take it by [FromHeader(Name = \"Authorization\")].")]
    public async Task One_that_cannot_be_had_stops_the_start(Type dependency, string sentence)
    {
        await using var service = With(
            typeof(ThingFeature<>).MakeGenericType(dependency), typeof(Hen), typeof(Egg), typeof(Reader), typeof(Borrower), typeof(Streamer), typeof(Stray),
            typeof(Demanding), typeof(Misplaced));

        var refusal = await Assert.ThrowsAsync<StartupException>(service.Start);

        Assert.StartsWith(sentence, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData(typeof(NoMethod))]
    [InlineData(typeof(HiddenMethod))]
    [InlineData(typeof(OtherType))]
    [InlineData(typeof(NoTask))]
    [InlineData(typeof(TwoMethods))]
    public async Task A_method_that_would_never_be_called_stops_the_start(Type dependency)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(dependency).Start());

        Assert.Equal(
            $"{dependency.FullName} is a dependency that nothing makes: give it one public static method ResolveAsync that returns "
            + $"ValueTask<{dependency.Name}> or ValueTask<Resolved<{dependency.Name}, …>>, or Resolve that returns {dependency.Name} or Resolved<{dependency.Name}, …>.",
            refusal.Message);
    }

    [Fact]
    public async Task A_registration_that_would_go_around_it_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(Egg), typeof(Hen))
        {
            Add = builder => builder.Services.AddScoped<Egg>(),
        }.Start());

        Assert.Equal($"{typeof(Egg).FullName} is registered as a service, which would make it without Resolve: leave out its registration.", refusal.Message);
    }

    [Fact]
    public async Task A_handler_outside_of_features_that_asks_for_one_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DesksService.Start(use: app => app.MapGet("/alone", Alone)));

        Assert.Equal("HTTP: GET /alone => Alone asks for Caller and is mapped outside of features: add .RequireDependency<Caller>() to it, or map it in a feature.", refusal.Message);
    }

    [Fact]
    public async Task A_handler_outside_of_features_that_reads_a_cookie_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DesksService.Start(use: app => app.MapGet("/alone", Crumb)));

        Assert.Equal("HTTP: GET /alone => Crumb reads crumb from a cookie and is mapped outside of features: map it in a feature.", refusal.Message);
    }

    [Fact]
    public async Task A_handler_that_takes_a_key_itself_stops_the_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(KeyOfHandlerFeature)).Start());

        Assert.EndsWith("takes key as a [SecurityScheme] in its handler: let an IDependency take it, which refuses before anything is validated.", refusal.Message);
    }

    [Fact]
    public async Task One_that_is_not_of_the_service_is_added_by_a_line()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => With(typeof(SharedFeature)).Start());
        Assert.Equal(
            "HTTP: GET /thing => Read asks for Shared`1, which is not registered, since it is of another assembly or generic: add it by services.AddDependency<Shared`1>().",
            refusal.Message);

        await using var service = await With(typeof(SharedFeature), builder => builder.Services.AddDependency<Shared<string>>()).Start();
        await service.Ask("GET", "/thing").MustSay("shared");
    }

    [Fact]
    public async Task Two_that_take_one_name_for_different_things_stop_the_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => new LibraryService(typeof(CountFeature), typeof(Counter)).Start());

        Assert.Equal("HTTP: GET /count => Count takes count as String, and Counter.Resolve as Int32: let both take the same.", refusal.Message);
    }

    // A generic type with its argument is found in no assembly.
    private static LibraryService With(params Type[] types) => new() { Api = api => api.Types = types };

    private static LibraryService With(Type type, Action<WebApplicationBuilder> add) => new() { Api = api => api.Types = [type], Add = add };

    private static string Alone(Caller caller) => caller.Name;

    private static string? Crumb([FromCookie("crumb")] string? crumb) => crumb;

    internal sealed class ThingFeature<T> : IFeature where T : class, IDependency<T>
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/thing", Read).RequireDependency<T>();

        private static string Read() => "";
    }

    internal sealed class SharedFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/thing", Read);

        private static string Read(Shared<string> thing) => $"{thing}";
    }

    internal sealed class CountFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/count", Count);

        private static string Count(string count, Counter counter) => $"{count} {counter}";
    }

    internal sealed record Counter(int Count) : IDependency<Counter>
    {
        public static Counter Resolve(int count) => new(count);
    }

    internal sealed record Hen : IDependency<Hen>
    {
        public static Hen Resolve(Egg egg) => new();
    }

    internal sealed record Egg : IDependency<Egg>
    {
        public static Egg Resolve(Hen hen) => new();
    }

    internal sealed record Reader : IDependency<Reader>
    {
        public static Reader Resolve(Note note) => new();
    }

    internal sealed record Borrower : IDependency<Borrower>
    {
        public static Borrower Resolve(Reader reader) => new();
    }

    internal sealed record Streamer : IDependency<Streamer>
    {
        public static Streamer Resolve(Stream body) => new();
    }

    internal sealed record Stray : IDependency<Stray>
    {
        public static Stray Resolve([FromRoute] int id) => new();
    }

    internal sealed record Demanding : IDependency<Demanding>
    {
        public static Demanding Resolve([SecurityScheme, FromHeader] string key) => new();
    }

    internal sealed record Misplaced : IDependency<Misplaced>
    {
        public static Misplaced Resolve([SecurityScheme("basic"), FromHeader] string? key = null) => new();
    }

    internal sealed class KeyOfHandlerFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/thing", Read);

        private static string Read([SecurityScheme, FromHeader] string? key = null) => key ?? "";
    }

    internal sealed class Shared<T> : IDependency<Shared<T>>
    {
        public static Shared<T> Resolve() => new();

        public override string ToString() => "shared";
    }

    internal sealed record NoMethod : IDependency<NoMethod>;

    internal sealed record HiddenMethod : IDependency<HiddenMethod>
    {
        internal static HiddenMethod Resolve() => new();
    }

    internal sealed record OtherType : IDependency<OtherType>
    {
        public static NoMethod Resolve() => new();
    }

    internal sealed record NoTask : IDependency<NoTask>
    {
        public static NoTask ResolveAsync() => new();
    }

    internal sealed record TwoMethods : IDependency<TwoMethods>
    {
        public static TwoMethods Resolve() => new();

        public static Task<TwoMethods> ResolveAsync() => Task.FromResult(Resolve());
    }
}
