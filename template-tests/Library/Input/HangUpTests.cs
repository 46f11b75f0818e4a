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
        Assert.Empty(service.Log.Errors);
        // For each body two that broke off and one that did not.
        Assert.Equal(9, service.Log.Lines.Count(line => line.StartsWith("Request finished HTTP/1.1 POST ", StringComparison.Ordinal)));
    }
}
