using System.Net.Sockets;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>
/// Says that no answer came in one way. Where a server is killed between the moment it takes a connection and the one at which the client
/// looks whose it is, .NET throws a bare <see cref="SocketException"/> instead of the <see cref="HttpRequestException"/> it promises.
/// </summary>
internal sealed class KilledServerHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException error)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, error.Message, error);
        }
    }
}
