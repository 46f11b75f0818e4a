using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace FastApiStyle.TemplateTests.Library.Rpc;

/// <summary>Calls from their begin to their end, beside HTTP.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_stop_answers_what_was_asked_and_says_goodbye_to_whom_asks_on()
    {
        await using var service = await new ThingService().Start();
        var asked = service.Things.WaitAsync(new Empty());
        await service.Waiting.Begun.Task;

        var stopping = service.Stop();
        Assert.False(stopping.IsCompleted);
        service.Waiting.End.SetResult();

        await asked;
        await stopping;
        Assert.Empty(service.Log.Errors);
        Assert.Equal(StatusCode.Unavailable, (await ThingService.RefusalOf(async () => await service.Things.WaitAsync(new Empty()))).StatusCode);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_client_that_always_asks()
    {
        await using var service = await new ThingService().Start();
        service.Waiting.End.SetResult();
        var load = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var answers = 0;
            try
            {
                for (; ; answers++)
                {
                    await service.Things.WaitAsync(new Empty());
                }
            }
            catch (RpcException exception)
            {
                return (answers, exception);
            }
        })).ToList();
        await service.Waiting.Begun.Task;

        await service.Stop().WaitAsync(TimeSpan.FromSeconds(25));

        foreach (var (answers, end) in await Task.WhenAll(load))
        {
            Assert.Equal(StatusCode.Unavailable, end.StatusCode);
        }
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_deadline_and_a_client_that_goes_cancel_the_method()
    {
        await using var service = await new ThingService().Start();

        var late = await ThingService.RefusalOf(async () => await service.Things.WaitAsync(new Empty(), deadline: DateTime.UtcNow.AddMilliseconds(500)));

        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
        await service.Waiting.Gone.Task.WaitAsync(TimeSpan.FromSeconds(60));
        service.Waiting.End.SetResult();
        Assert.Empty(service.Log.Errors);
    }

    [Theory]
    [InlineData("GET", "/echo", HttpStatusCode.OK)]
    [InlineData("POST", "/echo", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/things.v1.Things/None", HttpStatusCode.NotFound)]
    [InlineData("POST", "/one/two", HttpStatusCode.NotFound)]
    public async Task Over_HTTP_nothing_changes(string method, string path, HttpStatusCode status)
    {
        await using var service = await new ThingService(typeof(EchoFeature)).Start();
        using var request = new HttpRequestMessage(new(method), path);

        var answer = await service.Http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? "text/plain" : "application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    public sealed class EchoFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/echo", () => "echo");
    }
}
