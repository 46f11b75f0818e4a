using System.Buffers;

namespace FastApiStyle.Logging;

/// <summary>
/// Lines on their way to a stream. What comes within a few milliseconds goes in one write: a thread that is woken and a call of the
/// system for each line cost a small request a quarter of its time. Where the process ends by itself, be it by an exception, the last
/// of them are written.
/// </summary>
internal sealed class LineWriter : IDisposable
{
    // So many bytes are worth a write.
    private const int Enough = 64 * 1024;

    // So many wait at most; then whoever adds one waits, too.
    private const int Most = 1024 * 1024;

    // Nobody may read the stream any more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly object gate = new();
    private readonly Stream stream;
    private readonly TimeSpan gathering;
    private ArrayBufferWriter<byte> gathered = new();
    private ArrayBufferWriter<byte> leaving = new();
    private Thread? thread;
    private bool hurries;
    private bool hasEnded;

    /// <param name="stream">Where they go. It is not closed.</param>
    /// <param name="gathering">How long a line waits for others.</param>
    public LineWriter(Stream stream, TimeSpan gathering)
    {
        (this.stream, this.gathering) = (stream, gathering);
        AppDomain.CurrentDomain.ProcessExit += WriteLast;
        AppDomain.CurrentDomain.UnhandledException += WriteLast;
    }

    /// <param name="line">With the end of the line.</param>
    /// <param name="atOnce">Whether it waits for no other one.</param>
    public void Add(ReadOnlySpan<byte> line, bool atOnce)
    {
        lock (gate)
        {
            while (gathered.WrittenCount > Most && !hasEnded)
            {
                Monitor.Wait(gate);
            }
            if (hasEnded)
            {
                Write(line);
                return;
            }
            thread ??= Start();
            gathered.Write(line);
            if (atOnce || gathered.WrittenCount >= Enough)
            {
                Hurry();
            }
            else if (gathered.WrittenCount == line.Length)
            {
                Monitor.PulseAll(gate);
            }
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= WriteLast;
        AppDomain.CurrentDomain.UnhandledException -= WriteLast;
        lock (gate)
        {
            hasEnded = true;
            Monitor.PulseAll(gate);
        }
        thread?.Join(Patience);
    }

    private Thread Start()
    {
        var started = new Thread(Run) { Name = "Log", IsBackground = true };
        started.Start();
        return started;
    }

    private void Run()
    {
        while (Gather())
        {
            Write(leaving.WrittenSpan);
        }
    }

    /// <returns>False when there will be nothing more.</returns>
    private bool Gather()
    {
        lock (gate)
        {
            leaving.ResetWrittenCount();
            Monitor.PulseAll(gate);
            while (gathered.WrittenCount == 0 && !hasEnded)
            {
                Monitor.Wait(gate);
            }
            if (!hurries && !hasEnded)
            {
                Monitor.Wait(gate, gathering);
            }
            hurries = false;
            (gathered, leaving) = (leaving, gathered);
            Monitor.PulseAll(gate);
            return leaving.WrittenCount > 0;
        }
    }

    private void Hurry()
    {
        hurries = true;
        Monitor.PulseAll(gate);
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            stream.Write(lines);
            stream.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The disk is full, or it is closed: no reason to answer no more.
        }
    }

    /// <summary>Waits until all is written, when the process ends without having stopped.</summary>
    internal void WriteLast(object? sender, EventArgs e)
    {
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        lock (gate)
        {
            Hurry();
            while (gathered.WrittenCount + leaving.WrittenCount > 0 && end - Environment.TickCount64 is > 0 and var left)
            {
                Monitor.Wait(gate, (int)left);
            }
        }
    }
}
