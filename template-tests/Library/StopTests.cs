using System.Net.Sockets;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A stop that drops no request.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_stop_answers_what_a_connection_has_asked_and_says_with_the_last_answer_that_it_closes()
    {
        var door = new Door();
        await using var service = await new LibraryService(typeof(DoorFeature)) { Add = builder => builder.Services.AddSingleton(door) }.Start();
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(RawConnection.Request("GET", "/open"));
        Assert.Equal(200, (await connection.Read())!.Status);
        await connection.Send(string.Concat(Enumerable.Repeat(RawConnection.Request("GET", "/door"), 3)));
        await door.Knocked.Task;

        var stopping = service.Stop();
        while (await Accepts(service.Address))
        {
        }
        door.Opened.SetResult();

        Assert.Null((await connection.Read())!.Header("Connection"));
        Assert.Null((await connection.Read())!.Header("Connection"));
        var last = (await connection.Read())!;
        Assert.Equal((200, "close"), (last.Status, last.Header("Connection")));
        Assert.Null(await connection.Read());
        await stopping;
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_stop_under_pipelined_load_leaves_no_request_without_an_answer_or_a_word_that_the_connection_closes()
    {
        await using var service = await new LibraryService(typeof(EchoFeature)).Start();
        var clients = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => PipeliningClient.Open(
            service.Address,
            () => RawConnection.Request("GET", "/echo?text=a"),
            () => RawConnection.Request("POST", "/echo", "application/json", """{"text":"b"}"""))));
        var load = Task.WhenAll(clients.Select(client => Task.Run(client.Run)));
        await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(1)));

        await service.Stop();

        await load;
        Assert.Equal(64, clients.Count(client => client.WasToldThatItCloses));
        Assert.Empty(service.Log.Errors);
    }

    private static async Task<bool> Accepts(Uri address)
    {
        try
        {
            using var connection = await RawConnection.Open(address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public sealed class EchoFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/echo", async (string? text) =>
            {
                await Task.Delay(1);
                return text;
            });
            routes.MapPost("/echo", async (Said said) =>
            {
                await Task.Yield();
                return said;
            });
        }
    }

    public sealed record Said(string Text);

    public sealed class DoorFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/open", () => "open");
            routes.MapGet("/door", async (Door door) =>
            {
                door.Knocked.TrySetResult();
                await door.Opened.Task;
                return "open";
            });
        }
    }

    /// <summary>Keeps requests until it opens.</summary>
    public sealed class Door
    {
        public TaskCompletionSource Knocked { get; } = new();

        public TaskCompletionSource Opened { get; } = new();
    }
}
