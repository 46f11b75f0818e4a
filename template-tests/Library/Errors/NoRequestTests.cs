using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>What Kestrel refuses itself has no body, since nothing of a service is asked: the guide "errors" says so.</summary>
public sealed class NoRequestTests
{
    public static TheoryData<string, int> Refused => new()
    {
        { "nonsense\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { RawConnection.Request("GET", $"/{new string('a', 9000)}"), 414 },
        { RawConnection.Request("GET", "/", headers: $"X-Long: {new string('a', 40_000)}\r\n"), 431 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_answered_by_a_status_alone(string text, int status)
    {
        await using var service = await new LibraryService(typeof(RoomsFeature)).Start();
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(text);

        var answer = await connection.Read();

        Assert.Equal((status, ""), (answer!.Status, answer.Body));
    }
}
