using System.Net.Sockets;
using FastApiStyle.TemplateTests.Library.Input;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>Requests that do not arrive whole.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private const string Multipart =
        "POST /people/form HTTP/1.1\r\nHost: shop.example\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"user_name\"\r\n\r\nsome";

    private const string Json =
        "POST /people HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"email\":";

    private static readonly string[] Unfinished = [Multipart, Json];

    private LibraryService service = null!;

    public async Task InitializeAsync() => service = await InputService.Start("Production", logsRequests: true);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("/people", "application/json")]
    [InlineData("/people/form", "application/x-www-form-urlencoded")]
    [InlineData("/people/form", "multipart/form-data; boundary=b")]
    public async Task A_bad_chunk_is_the_clients_fault(string path, string type)
    {
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(
            $"POST {path} HTTP/1.1\r\nHost: shop.example\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc");

        var answer = (await connection.Read())!;

        Api.MustBeProblem(answer.Body, 400, answer.Header("Content-Type"));
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_the_clients_fault()
    {
        foreach (var beginning in Unfinished)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(beginning);
            connection.EndSending();
            if (await AnswerOf(connection) is { } answer)
            {
                Api.MustBeProblem(answer.Body, 400, answer.Header("Content-Type"));
            }
        }

        await service.Stop();
        Assert.Empty(service.Log.Errors);
    }

    [Fact]
    public async Task A_client_that_hangs_up_leaves_no_error_in_the_log()
    {
        foreach (var beginning in Unfinished)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send(beginning);
        }

        await service.Log.WaitFor("Request finished HTTP/1.1 POST http://shop.example/people/form");
        await service.Log.WaitFor("Request finished HTTP/1.1 POST http://shop.example/people ");
        await service.Stop();
        Assert.Empty(service.Log.Errors);
    }

    /// <returns>Null where Kestrel closes the connection instead, or resets it.</returns>
    private static async Task<RawAnswer?> AnswerOf(RawConnection connection)
    {
        try
        {
            return await connection.Read();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
