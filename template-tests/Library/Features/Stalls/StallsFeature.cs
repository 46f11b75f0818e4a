using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Stalls;

/// <summary>Every kind of problem, returned by a handler, and thrown by a service below one.</summary>
public sealed class StallsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var stalls = routes.MapGroup("/stalls").WithTags("stalls");
        stalls.MapGet("/returned/bad", ReturnBad);
        stalls.MapGet("/returned/unpaid", ReturnUnpaid);
        stalls.MapGet("/returned/lost", ReturnLost).MayAnswer<NotFoundProblem>("X-Error");
        stalls.MapGet("/returned/taken", ReturnTaken);
        stalls.MapGet("/returned/gone", ReturnGone);
        stalls.MapGet("/returned/old", ReturnOld);
        stalls.MapGet("/returned/teapot", ReturnTeapot);
        stalls.MapGet("/returned/busy", ReturnBusy);
        stalls.MapGet("/returned/closed", ReturnClosed);
        stalls.MapGet("/returned/sold", ReturnSold);
        stalls.MapGroup("/thrown")
            .MayAnswer<BadRequestProblem>().MayAnswer<PaymentRequiredProblem>().MayAnswer<NotFoundProblem>("X-Error").MayAnswer<ConflictProblem>()
            .MayAnswer<GoneProblem>().MayAnswer<PreconditionFailedProblem>().MayAnswer<TeapotProblem>().MayAnswer<TooManyRequestsProblem>()
            .MayAnswer<ServiceUnavailableProblem>().MayAnswer<SoldOutProblem>()
            .MapGet("/{kind}", Throw);
    }

    /// <summary>400.</summary>
    private static Results<NoContent, BadRequestProblem> ReturnBad() => (BadRequestProblem)Problems.Of("bad");

    /// <summary>402.</summary>
    private static Results<NoContent, PaymentRequiredProblem> ReturnUnpaid() => (PaymentRequiredProblem)Problems.Of("unpaid");

    /// <summary>404.</summary>
    private static Results<NoContent, NotFoundProblem> ReturnLost() => (NotFoundProblem)Problems.Of("lost");

    /// <summary>409.</summary>
    private static Results<NoContent, ConflictProblem> ReturnTaken() => (ConflictProblem)Problems.Of("taken");

    /// <summary>410.</summary>
    private static Results<NoContent, GoneProblem> ReturnGone() => (GoneProblem)Problems.Of("gone");

    /// <summary>412.</summary>
    private static Results<NoContent, PreconditionFailedProblem> ReturnOld() => (PreconditionFailedProblem)Problems.Of("old");

    /// <summary>418.</summary>
    private static Results<NoContent, TeapotProblem> ReturnTeapot() => (TeapotProblem)Problems.Of("teapot");

    /// <summary>429.</summary>
    private static Results<NoContent, TooManyRequestsProblem> ReturnBusy() => (TooManyRequestsProblem)Problems.Of("busy");

    /// <summary>503.</summary>
    private static Results<NoContent, ServiceUnavailableProblem> ReturnClosed() => (ServiceUnavailableProblem)Problems.Of("closed");

    /// <summary>409, with what a program may want to know.</summary>
    private static Results<NoContent, SoldOutProblem> ReturnSold() => (SoldOutProblem)Problems.Of("sold");

    /// <summary>Any of them.</summary>
    private static NoContent Throw(string kind) => kind == "none" ? TypedResults.NoContent() : throw new ProblemException(Problems.Of(kind));
}
