using System.Net;
using System.Net.Http.Headers;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A JSON body that is sent in pieces: of one whose length is not said, each piece is a chunk.</summary>
internal sealed class SlowContent : HttpContent
{
    private readonly byte[] body;
    private readonly int pieceSize;
    private readonly bool saysLength;

    public SlowContent(byte[] body, int pieceSize, bool saysLength)
    {
        (this.body, this.pieceSize, this.saysLength) = (body, pieceSize, saysLength);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var at = 0; at < body.Length; at += pieceSize)
        {
            await stream.WriteAsync(body.AsMemory(at, Math.Min(pieceSize, body.Length - at)));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return saysLength;
    }
}
