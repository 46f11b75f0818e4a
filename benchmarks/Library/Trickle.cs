namespace FastApiStyle.Benchmarks.Library;

/// <summary>Gives one byte at a time, as a client does who means to keep the server busy.</summary>
internal sealed class Trickle(byte[] body) : MemoryStream(body)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
}
