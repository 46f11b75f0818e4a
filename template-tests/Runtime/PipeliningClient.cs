using System.Net.Sockets;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>A client that has four requests on its way at all times, reads and writes, until the service says that the connection closes.</summary>
internal sealed class PipeliningClient
{
    private readonly RawConnection connection;
    private readonly Func<string>[] requests;
    private int sent;

    private PipeliningClient(RawConnection connection, Func<string>[] requests) => (this.connection, this.requests) = (connection, requests);

    public int Answered { get; private set; }

    public bool WasToldThatItCloses { get; private set; }

    public static async Task<PipeliningClient> Open(Uri service, params Func<string>[] requests) =>
        new(await RawConnection.Open(service), requests);

    public async Task Run()
    {
        using var _ = connection;
        await Send(string.Concat(Enumerable.Range(0, 4).Select(_ => Next())));
        while (!WasToldThatItCloses)
        {
            var answer = await connection.Read() ?? throw new IOException("A request was dropped.");
            Assert.InRange(answer.Status, 200, 299);
            Answered++;
            WasToldThatItCloses = answer.Header("Connection") == "close";
            await Send(Next());
        }
    }

    private async Task Send(string requests)
    {
        try
        {
            await connection.Send(requests);
        }
        catch (SocketException)
        {
            // The service has closed the connection: one of the answers that are still to be read has said so.
        }
    }

    private string Next() => requests[sent++ % requests.Length]();
}
