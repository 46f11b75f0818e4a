namespace FastApiStyle.TemplateTests.Runtime;

public sealed class BrokenConnectionTests
{
    private const string Multipart =
        "POST /token HTTP/1.1\r\nHost: shop.example\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nsome";

    private const string Json =
        "POST /users HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"email\":";

    private static readonly string[] Unfinished = [Multipart, Json];

    [Fact]
    public async Task A_client_that_hangs_up_leaves_its_line_and_no_error_in_the_log()
    {
        await using var service = await RunningService.Start(environment: "Production");
        foreach (var beginning in Unfinished)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(beginning);
        }

        await service.WaitForLog("POST /token");
        await service.WaitForLog("POST /users");
        await service.Terminate();
        Assert.Equal(0, await service.WaitForExit());
        Assert.DoesNotContain("\"LogLevel\":\"Error\"", service.Log);
        Assert.DoesNotContain("\"LogLevel\":\"Critical\"", service.Log);
    }
}
