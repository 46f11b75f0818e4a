namespace FastApiStyle.TemplateTests.Runtime;

public sealed class BrokenConnectionTests
{
    private const string Multipart =
        "POST /token HTTP/1.1\r\nHost: shop.example\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nsome";

    private const string Json =
        "POST /users HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"email\":";

    private const string BadChunk =
        "POST {0} HTTP/1.1\r\nHost: shop.example\r\nContent-Type: {1}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc";

    private static readonly string[] Unfinished = [Multipart, Json];

    [Fact]
    public async Task A_bad_chunk_is_the_clients_fault()
    {
        await using var service = await RunningService.Start(environment: "Production");
        (string Path, string ContentType)[] requests =
        [
            ("/users", "application/json"),
            ("/token", "application/x-www-form-urlencoded"),
            ("/token", "multipart/form-data; boundary=b"),
        ];
        foreach (var (path, type) in requests)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(string.Format(BadChunk, path, type));
            var answer = (await connection.Read())!;
            Api.MustBeProblem(answer.Body, 400, answer.Header("Content-Type"));
        }

        await MustHaveLoggedNoError(service);
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_the_clients_fault()
    {
        await using var service = await RunningService.Start(environment: "Production");
        foreach (var beginning in Unfinished)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(beginning);
            connection.EndSending();
            if (await connection.Read() is { } answer)
            {
                Api.MustBeProblem(answer.Body, 400, answer.Header("Content-Type"));
            }
        }

        await MustHaveLoggedNoError(service);
    }

    [Fact]
    public async Task A_client_that_hangs_up_leaves_no_error_in_the_log()
    {
        await using var service = await RunningService.Start(environment: "Production");
        foreach (var beginning in Unfinished)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(beginning);
        }

        await service.WaitForLog("POST /token");
        await service.WaitForLog("POST /users");
        await MustHaveLoggedNoError(service);
    }

    private static async Task MustHaveLoggedNoError(Harness.ServiceProcess service)
    {
        await service.Terminate();
        Assert.Equal(0, await service.WaitForExit());
        Assert.DoesNotContain("\"LogLevel\":\"Error\"", service.Log);
        Assert.DoesNotContain("\"LogLevel\":\"Critical\"", service.Log);
    }
}
