using System.Net.Sockets;
using System.Text;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A client that hangs up before its body has arrived.</summary>
public sealed class HangUpTests
{
    [Fact]
    public async Task A_client_that_goes_half_way_through_its_body_costs_the_others_nothing()
    {
        await using var service = await InputService.Start("Production", logsRequests: true);
        var bodies = new[] { People.Valid, People.With("age", "\"x\""), People.With("numbers", People.List("\"x\"", 50_000)) };
        foreach (var body in bodies)
        {
            var half = body[..(body.Length / 2)];
            foreach (var framed in new[] { $"Content-Length: {body.Length}\r\n\r\n{half}", $"Transfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{half}" })
            {
                using var connection = await RawConnection.Open(service.Address);
                await connection.Send($"POST /people HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n{framed}");
            }

            using var next = await service.Client.PostAsync("/people", new StringContent(People.Valid, Encoding.UTF8, "application/json"));
            await next.MustBeAccepted();
        }

        await service.Stop();
        Assert.Empty(service.Log.Errors.Concat(service.Log.Warnings));
        // For each body two that broke off and one that did not.
        Assert.Equal(9, service.Log.Lines.Count(line => line.StartsWith("Request finished HTTP/1.1 POST ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Content-Length: 500\r\n\r\n")]
    [InlineData("Content-Length: 500\r\n\r\n{\"email\":")]
    [InlineData("Content-Length: 500\r\n\r\n{\"email\":,")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n40\r\n{\"email\":")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n9\r\n{\"email\":\r\n")]
    public async Task A_client_that_goes_leaves_no_warning_and_no_500(string framed)
    {
        await using var service = await InputService.Start("Production", logsRequests: true);
        for (var i = 0; i < 5; i++)
        {
            using var connection = await RawConnection.Open(service.Address);
            await connection.Send($"POST /people HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n{framed}");
            // So that what is there is read before it ends.
            await Task.Delay(50);
            connection.EndSending();
            await WaitForEnd(connection);
        }

        await service.Stop();
        Assert.Empty(service.Log.Errors.Concat(service.Log.Warnings));
        string[] finished = [.. service.Log.Lines.Where(line => line.StartsWith("Request finished HTTP/1.1 POST ", StringComparison.Ordinal))];
        Assert.Equal(5, finished.Length);
        Assert.DoesNotContain(finished, line => line.Contains(" - 500 ", StringComparison.Ordinal));
    }

    /// <summary>By then, Kestrel has logged what it has to say of a connection.</summary>
    private static async Task WaitForEnd(RawConnection connection)
    {
        try
        {
            while (await connection.Read() is not null)
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
        }
    }
}
