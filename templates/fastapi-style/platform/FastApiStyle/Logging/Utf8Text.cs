using System.Buffers;
using System.Globalization;
using System.Text;

namespace FastApiStyle.Logging;

/// <summary>Text as the bytes that it becomes.</summary>
internal sealed class Utf8Text() : TextWriter(CultureInfo.InvariantCulture)
{
    // A line that is longer leaves no buffer of its size behind on each thread.
    private const int Kept = 16 * 1024;

    private ArrayBufferWriter<byte> bytes = new(1024);

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public void Clear()
    {
        if (bytes.Capacity > Kept)
        {
            bytes = new(1024);
        }
        bytes.ResetWrittenCount();
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer) => Encoding.UTF8.GetBytes(buffer, bytes);
}
