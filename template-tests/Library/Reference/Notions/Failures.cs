using System.Reflection;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>What goes wrong.</summary>
internal static class Failures
{
    [Notion("raise HTTPException(404, …)")]
    public static Task Problem() => Ask(async service => Assert.Equal(
        """404 {"detail":"There is no such ship."}""", await Answer(service, "/ships/0")));

    [Notion("HTTPException(headers=…)")]
    public static Task Headers() => Ask(async service =>
    {
        using var answer = await service.Client.GetAsync("/ships/0");
        Assert.Equal(["there is none"], answer.Headers.GetValues("X-Error"));
        Assert.NotNull((await service.Operation("/ships/{number}"))["responses"]!["404"]!["headers"]!["X-Error"]);
    });

    [Notion("HTTPException(detail={…})")]
    public static Task Detail() => Ask(async service =>
    {
        Assert.Equal("""409 {"detail":{"seats_left":0}}""", await Answer(service, "/ships/full"));
        Assert.NotNull((await service.Schema("FailuresLoad"))["properties"]!["seats_left"]);
    });

    [Notion("raise HTTPException below a handler")]
    public static Task Thrown() => Ask(async service =>
    {
        Assert.Equal("""410 {"detail":"It has sunk."}""", await Answer(service, "/ships/wreck"));
        Assert.NotNull((await service.Operation("/ships/wreck"))["responses"]!["410"]);
    });

    [Notion("HTTPException(422, …), a fault that only the database knows")]
    public static Task InvalidInput() => Ask(async service => Assert.Equal("value_error@query.name", await service.Faults("/ships/named?name=Titanic")));

    [Notion("@app.exception_handler")]
    public static Task ExceptionHandler() => Ask(async service => Assert.Equal("""503 {"detail":"The sea is rough."}""", await Answer(service, "/ships/storm")));

    [Notion("an exception that nobody handles")]
    public static Task Unhandled() => Ask(async service => Assert.StartsWith("""500 {"detail":"Internal Server Error, trace """, await Answer(service, "/ships/leak")));

    [Notion("exception_handler(RequestValidationError)")]
    public static async Task ValidationErrors()
    {
        await using var service = await new LibraryService(typeof(ShipsFeature), typeof(ShipRules)).Start();

        Assert.Contains("\"errors\":[{\"type\":\"less_than_equal\"", await Answer(service, "/ships/9"));
        await Ask(async other => Assert.Equal("less_than_equal@path.number", await other.Faults("/ships/9")));
    }

    private static async Task<string> Answer(LibraryService service, string path)
    {
        using var answer = await service.Client.GetAsync(path);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static async Task Ask(Func<LibraryService, Task> ask)
    {
        await using var service = await Asked.Service(typeof(ShipsFeature), typeof(ShipRules)).Start();
        await ask(service);
    }

    internal sealed record Ship(int Number);

    internal sealed class ShipRules : AbstractValidator<Ship>
    {
        public ShipRules() => RuleFor(ship => ship.Number).LessThanOrEqualTo(8);
    }

    internal sealed record Load(int SeatsLeft);

    internal sealed class FullProblem(Load load) : ProblemResult<Load>(StatusCodes.Status409Conflict, "The ship is full.", load), IEndpointMetadataProvider
    {
        public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status409Conflict);
    }

    internal sealed class RoughSea : Exception;

    internal sealed class RoughSeaHandler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is RoughSea)
            {
                await new ServiceUnavailableProblem("The sea is rough.").ExecuteAsync(httpContext);
            }
            return exception is RoughSea;
        }
    }

    internal sealed class ShipsFeature : IFeature
    {
        public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddExceptionHandler<RoughSeaHandler>();

        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/ships/{number}", ReadShip).MayAnswer<NotFoundProblem>("X-Error");
            routes.MapGet("/ships/full", Full);
            routes.MapGet("/ships/wreck", Wreck).MayAnswer<GoneProblem>();
            routes.MapGet("/ships/named", Named);
            routes.MapGet("/ships/storm", Storm);
            routes.MapGet("/ships/leak", Leak);
        }

        private static Results<Ok<Ship>, NotFoundProblem> ReadShip([AsParameters] Ship ship) => ship.Number == 0
            ? new NotFoundProblem("There is no such ship.") { Headers = { ["X-Error"] = "there is none" } }
            : TypedResults.Ok(ship);

        private static Results<NoContent, FullProblem> Full() => new FullProblem(new(0));

        private static string Wreck() => throw new ProblemException(new GoneProblem("It has sunk."));

        private static Results<NoContent, InvalidInputProblem> Named(string name) => new InvalidInputProblem(nameof(name), "has been taken");

        private static string Storm() => throw new RoughSea();

        private static string Leak() => throw new InvalidOperationException("a secret");
    }
}
