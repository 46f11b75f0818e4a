using FastApiStyle.TemplateTests.Library.Rpc.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace FastApiStyle.TemplateTests.Library.Rpc;

/// <summary>What goes wrong with a call, in the words of gRPC.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("bad", StatusCode.InvalidArgument, "No.")]
    [InlineData("paid", StatusCode.FailedPrecondition, "Pay first.")]
    [InlineData("unknown", StatusCode.Unauthenticated, "Who?")]
    [InlineData("forbidden", StatusCode.PermissionDenied, "You may not.")]
    [InlineData("none", StatusCode.NotFound, "Es gibt nichts: 100 %.")]
    [InlineData("gone", StatusCode.NotFound, "It is gone.")]
    [InlineData("conflict", StatusCode.AlreadyExists, "It is there.")]
    [InlineData("changed", StatusCode.FailedPrecondition, "It has changed.")]
    [InlineData("often", StatusCode.ResourceExhausted, "Too often.")]
    [InlineData("away", StatusCode.Unavailable, "It is away.")]
    public async Task A_problem_has_the_status_that_gRPC_has_for_it(string kind, StatusCode status, string sentence)
    {
        await using var service = await new ThingService().Start();

        var refusal = await ThingService.RefusalOf(async () => await service.Things.FailAsync(new() { Kind = kind }));

        Assert.Equal((status, sentence), (refusal.StatusCode, refusal.Status.Detail));
        Assert.NotEmpty(refusal.GetRpcStatus()!.GetDetail<RequestInfo>()!.RequestId);
        Assert.Equal(kind == "often" ? Duration.FromTimeSpan(TimeSpan.FromSeconds(7)) : null, refusal.GetRpcStatus()!.GetDetail<RetryInfo>()?.RetryDelay);
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task An_invalid_input_that_a_handler_finds_names_fields_too()
    {
        await using var service = await new ThingService().Start();

        Assert.Equal(["VALUE_ERROR@email_address", "VALUE_ERROR@lines[1].item"],
            await ThingService.FaultsOf(async () => await service.Things.FailAsync(new() { Kind = "invalid" })));
    }

    [Fact]
    public async Task What_is_unexpected_says_nothing_but_the_trace_that_finds_it_in_the_log()
    {
        await using var service = await new ThingService().Start();

        var refusal = await ThingService.RefusalOf(async () => await service.Things.FailAsync(new() { Kind = "?" }));

        Assert.Equal((StatusCode.Internal, "Something went wrong here. Its trace id finds it in the logs."), (refusal.StatusCode, refusal.Status.Detail));
        Assert.DoesNotContain("secret", $"{refusal.GetRpcStatus()}");
        var trace = refusal.GetRpcStatus()!.GetDetail<RequestInfo>()!.RequestId;
        Assert.Contains(service.Log.Errors, line => line.Contains(trace) && line.Contains("/things.v1.Things/Fail"));
    }

    [Fact]
    public async Task A_stream_ends_with_the_status_of_what_stopped_it()
    {
        await using var service = await new ThingService().Start();
        using var call = service.Things.FailLater(new() { Kind = "gone" });

        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.NotFound, (await ThingService.RefusalOf(() => call.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
    }

    [Theory]
    [InlineData(null, null, StatusCode.Unauthenticated, "Say who you are.")]
    [InlineData("anna", "8", StatusCode.PermissionDenied, "That key does not fit.")]
    [InlineData("anna", "7", StatusCode.OK, "anna")]
    public async Task A_dependency_in_the_constructor_of_a_service_refuses_each_of_its_methods(string? user, string? key, StatusCode status, string words)
    {
        await using var service = await new ThingService().Start();
        var headers = new Metadata { { "key-number", key ?? "0" } };
        if (user is not null)
        {
            headers.Add("authorization", $"Bearer {user}");
        }
        async Task<string> Read() => (await service.Guarded.ReadAsync(new Empty(), headers)).Name;

        var answer = status == StatusCode.OK ? new(StatusCode.OK, await Read()) : (await ThingService.RefusalOf(Read)).Status;

        Assert.Equal((status, words), (answer.StatusCode, answer.Detail));
    }

    [Fact]
    public async Task What_a_dependency_reads_is_metadata_and_validated_as_that()
    {
        await using var service = await new ThingService().Start();

        Assert.Equal(["INT_PARSING@metadata.key-number"], await ThingService.FaultsOf(
            async () => await service.Guarded.ReadAsync(new Empty(), new Metadata { { "key-number", "seven" } })));
        Assert.Equal(["MISSING@metadata.key-number"], await ThingService.FaultsOf(async () => await service.Guarded.ReadAsync(new Empty())));
    }

    [Fact]
    public async Task A_method_that_is_none_is_not_implemented()
    {
        await using var service = await new ThingService().Start();
        async Task<StatusCode> StatusOf(string name, string method) => (await ThingService.RefusalOf(async () => await service.Invoker.AsyncUnaryCall(
            new Method<Empty, Empty>(MethodType.Unary, name, method, Nothing, Nothing), null, default, new Empty()))).StatusCode;

        Assert.Equal(StatusCode.Unimplemented, await StatusOf("things.v1.Things", "Vanish"));
        Assert.Equal(StatusCode.Unimplemented, await StatusOf("things.v2.Things", "Echo"));
    }

    [Fact]
    public async Task A_message_that_is_larger_than_a_body_may_be_is_refused()
    {
        await using var service = await new ThingService().Start();

        var refusal = await ThingService.RefusalOf(async () => await service.Things.FailAsync(new() { Kind = new string('x', 1024 * 1024) }));

        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
    }

    private static Marshaller<Empty> Nothing => Marshallers.Create(_ => Array.Empty<byte>(), _ => new Empty());
}
