using System.Security.Claims;
using FastApiStyle.TemplateTests.Library.Rpc.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Rpc;

public sealed class ThingsRpc(Waiting waiting) : Things.ThingsBase
{
    public override async Task<Thing> Echo(Thing request, ServerCallContext context) =>
        context.Write<Thing>(await context.ReadAsync<ThingRecord>(request));

    public override async Task<Part> Lose(Thing request, ServerCallContext context) =>
        context.Write<Part>(await context.ReadAsync<ThingRecord>(request));

    public override async Task<Empty> Check(Order request, ServerCallContext context)
    {
        waiting.Seen = await context.ReadAsync<OrderRecord>(request);
        return new();
    }

    public override Task<Empty> Fail(Failure request, ServerCallContext context) => throw Of(request);

    public override async Task FailLater(Failure request, IServerStreamWriter<Part> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new() { Name = "first" });
        throw Of(request);
    }

    public override async Task<Empty> Wait(Empty request, ServerCallContext context)
    {
        waiting.Begun.TrySetResult();
        using var gone = context.CancellationToken.Register(() => waiting.Gone.TrySetResult());
        await waiting.End.Task;
        return new();
    }

    private static Exception Of(Failure failure) => failure.Kind switch
    {
        "bad" => new ProblemException(new BadRequestProblem("No.")),
        "paid" => new ProblemException(new PaymentRequiredProblem("Pay first.")),
        "unknown" => new ProblemException(new UnauthorizedProblem("Who?")),
        "forbidden" => new ProblemException(new ForbiddenProblem("You may not.")),
        "none" => new ProblemException(new NotFoundProblem("Es gibt nichts: 100 %.")),
        "gone" => new ProblemException(new GoneProblem("It is gone.")),
        "conflict" => new ProblemException(new ConflictProblem("It is there.")),
        "changed" => new ProblemException(new PreconditionFailedProblem("It has changed.")),
        "often" => new ProblemException(new TooManyRequestsProblem("Too often.", TimeSpan.FromSeconds(7))),
        "away" => new ProblemException(new ServiceUnavailableProblem("It is away.")),
        "invalid" => new ProblemException(new InvalidInputProblem("EmailAddress", "is taken").And("Lines[1].Item", "is sold out")),
        _ => new InvalidOperationException("a secret of the service"),
    };
}

public sealed class GuardedRpc(KeyHolder holder) : Guarded.GuardedBase
{
    public override Task<Part> Read(Empty request, ServerCallContext context) => Task.FromResult(new Part { Name = holder.Name });
}

/// <summary>Who holds a key, which stands in the metadata of a call.</summary>
public sealed record KeyHolder(string Name) : IDependency<KeyHolder>
{
    public static Resolved<KeyHolder, UnauthorizedProblem, ForbiddenProblem> Resolve(ClaimsPrincipal user, [FromHeader] int keyNumber) =>
        user.Identity?.Name is not { } name ? new UnauthorizedProblem("Say who you are.")
        : keyNumber != 7 ? new ForbiddenProblem("That key does not fit.")
        : new KeyHolder(name);
}

/// <summary>What a test and a method tell each other.</summary>
public sealed class Waiting
{
    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OrderRecord? Seen { get; set; }
}
