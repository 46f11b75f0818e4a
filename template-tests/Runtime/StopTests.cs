using System.Net.Sockets;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class StopTests
{
    [Fact]
    public async Task A_stop_under_load_answers_every_request_that_was_sent_before_it()
    {
        await using var service = await RunningService.Start();
        var email = Api.NewEmail();
        using var signUp = await service.Client.SignUp(email);
        var token = (string)(await signUp.Json())["access_token"]!;
        var stop = new StopSign();
        var clients = Enumerable.Range(0, 4)
            .Select(number => Task.Run(() => number % 2 == 0 ? Read(service, stop) : Write(service, stop, token)))
            .ToList();
        var pipelines = new List<RawConnection>();
        for (var number = 0; number < 3; number++)
        {
            var connection = await RawConnection.Open(service.Address);
            pipelines.Add(connection);
            await connection.Send(RawConnection.Request("GET", "/items?limit=1"));
            Assert.Equal(200, (await connection.Read())!.Status);
        }

        var load = Task.WhenAll(clients);
        await Task.WhenAny(load, stop.Answered(40));
        foreach (var connection in pipelines)
        {
            await connection.Send(string.Concat(Pipeline(email)));
        }

        stop.Raise();
        await service.Terminate();

        foreach (var connection in pipelines)
        {
            foreach (var _ in Pipeline(email))
            {
                Assert.Equal(200, (await connection.Read() ?? throw new IOException("A request was dropped")).Status);
            }

            Assert.Null(await connection.Read());
            connection.Dispose();
        }

        await load;
        Assert.Equal(0, await service.WaitForExit());
        Assert.DoesNotContain("fail:", service.Log);
        Assert.DoesNotContain("crit:", service.Log);
    }

    [Fact]
    public async Task A_stop_under_pipelined_load_leaves_no_request_without_an_answer_or_a_word_that_the_connection_closes()
    {
        await using var service = await RunningService.Start();
        var authorization = $"Authorization: Bearer {await service.Client.NewToken()}\r\n";
        var clients = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => PipeliningClient.Open(
            service.Address,
            () => RawConnection.Request("GET", "/items?limit=5"),
            () => RawConnection.Request("POST", "/items", "application/json", $$"""{"name":"{{Guid.NewGuid()}}","price":1}""", authorization))));
        var load = Task.WhenAll(clients.Select(client => Task.Run(client.Run)));
        while (!load.IsCompleted && clients.Any(client => client.Answered < 4))
        {
            await Task.Delay(10);
        }

        await service.Terminate();

        await load;
        Assert.Equal(0, await service.WaitForExit());
        Assert.DoesNotContain("fail:", service.Log);
    }

    [Fact]
    public async Task A_service_that_stops_takes_no_new_connection_while_it_finishes_its_work()
    {
        await using var service = await RunningService.Start();
        var email = Api.NewEmail();
        using var signUp = await service.Client.SignUp(email);
        using var connection = await RawConnection.Open(service.Address);
        const int Slow = 30;
        await connection.Send(string.Concat(Enumerable.Repeat(SignIn(email), Slow)));
        await connection.Read();

        await service.Terminate();
        while (await Accepts(service.Address))
        {
        }

        // The service is still at the work that it had when it refused.
        Assert.InRange(service.Log.Split("POST /token 200").Length - 1, 1, Slow - 1);
        for (var number = 1; number < Slow; number++)
        {
            Assert.Equal(200, (await connection.Read())!.Status);
        }

        Assert.Equal(0, await service.WaitForExit());
    }

    /// <summary>Quick requests behind slow ones: hashing a password takes its time.</summary>
    private static string[] Pipeline(string email) =>
    [
        RawConnection.Request("GET", "/items?limit=1"), SignIn(email), RawConnection.Request("GET", "/items?limit=2"),
        SignIn(email), RawConnection.Request("GET", "/items?limit=3"),
    ];

    private static string SignIn(string email) => RawConnection.Request(
        "POST", "/token", "application/x-www-form-urlencoded",
        $"grant_type=password&username={Uri.EscapeDataString(email)}&password={Uri.EscapeDataString(Api.Password)}");

    private static Task Read(ServiceProcess service, StopSign stop) =>
        stop.Loop(service.Address, client => client.GetAsync("/items?limit=5"));

    private static Task Write(ServiceProcess service, StopSign stop, string token) =>
        stop.Loop(service.Address, client => client.Send(
            HttpMethod.Post, "/items", $$"""{"name":"{{Guid.NewGuid()}}","price":1}""", token));

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
}
