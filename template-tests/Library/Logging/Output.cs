using System.Text;

namespace FastApiStyle.TemplateTests.Library.Logging;

/// <summary>Standard output that may be stuck, as a pipe is that nobody reads, or fail, as a disk that is full.</summary>
internal sealed class Output : Stream
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly object gate = new();
    private readonly MemoryStream written = new();
    private readonly TaskCompletionSource stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isStuck;

    public bool IsStuck
    {
        get => isStuck;
        set
        {
            lock (gate)
            {
                isStuck = value;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>What a write ends with.</summary>
    public Exception? Failure { get; set; }

    public int Writes { get; private set; }

    public string Text
    {
        get
        {
            lock (gate)
            {
                return Encoding.UTF8.GetString(written.ToArray());
            }
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public Task WaitUntilStuck() => stuck.Task.WaitAsync(Patience);

    public async Task WaitFor(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Text != text)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (gate)
        {
            while (isStuck)
            {
                stuck.TrySetResult();
                Monitor.Wait(gate);
            }
            Writes++;
            if (Failure is not null)
            {
                throw Failure;
            }
            written.Write(buffer, offset, count);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
