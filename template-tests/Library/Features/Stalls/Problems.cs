using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.TemplateTests.Library.Features.Stalls;

internal static class Problems
{
    public static ProblemResult Of(string kind) => kind switch
    {
        "bad" => new BadRequestProblem("Why not."),
        "unpaid" => new PaymentRequiredProblem("Pay first."),
        "lost" => new NotFoundProblem("There is no such stall.") { Headers = { ["X-Error"] = "there is none" } },
        "taken" => new ConflictProblem("It is taken."),
        "gone" => new GoneProblem("It is gone."),
        "old" => new PreconditionFailedProblem("It has changed since."),
        "teapot" => new TeapotProblem("Short and stout."),
        "busy" => new TooManyRequestsProblem("Too many at once.", TimeSpan.FromSeconds(30)),
        "closed" => new ServiceUnavailableProblem("The market is closed.", TimeSpan.FromMilliseconds(300)),
        "sold" => new SoldOutProblem(new(3, new("apples"))),
        _ => new NotFoundProblem("There is no such problem."),
    };
}

public sealed class TeapotProblem(string detail) : ProblemResult(StatusCodes.Status418ImATeapot, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status418ImATeapot);
}

/// <summary>What is there yet.</summary>
public sealed record Stock(int Left, Goods Goods);

/// <summary>What is sold.</summary>
public sealed record Goods(string Name);

public sealed class SoldOutProblem(Stock stock) : ProblemResult<Stock>(StatusCodes.Status409Conflict, "It is sold out.", stock), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status409Conflict);
}
