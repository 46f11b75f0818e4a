using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Json;

/// <summary>
/// A body that is still there when it has been read, so that what is wrong with it can be looked for. The serializer waits for the
/// end of a body in any case, so that this holds no more than it.
/// </summary>
internal sealed class KeptBody(PipeReader body) : PipeReader, IRequestBodyPipeFeature
{
    // What the server reads at once, and would hold anyway.
    private const int Small = 4096;

    private ReadOnlySequence<byte> whole;
    private long length;
    private long consumed;

    PipeReader IRequestBodyPipeFeature.Reader => this;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var reading = body.ReadAsync(cancellationToken);
        return reading.IsCompletedSuccessfully ? new(Rest(reading.Result)) : Wait(reading);

        async ValueTask<ReadResult> Wait(ValueTask<ReadResult> reading)
        {
            try
            {
                return Rest(await reading);
            }
            catch (BadHttpRequestException)
            {
                End();
                throw;
            }
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        try
        {
            var isThere = body.TryRead(out result);
            result = isThere ? Rest(result) : result;
            return isThere;
        }
        catch (BadHttpRequestException)
        {
            End();
            throw;
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        this.consumed = whole.Slice(whole.Start, consumed).Length;
        body.AdvanceTo(whole.Start, examined);
    }

    /// <summary>Lets it be read once more, from its beginning.</summary>
    public void Rewind() => consumed = 0;

    /// <summary>Gives back what a large body holds, once it was read and nothing is wrong with it.</summary>
    public void Release()
    {
        if (length > Small && body.TryRead(out var read))
        {
            body.AdvanceTo(read.Buffer.End);
        }
    }

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    /// <summary>
    /// Ends a read that has found no end of the body. Kestrel does so where all before it was consumed, and else meets it when it looks
    /// for the next request, and warns of it.
    /// </summary>
    private void End()
    {
        if (length == 0)
        {
            return;
        }
        try
        {
            body.AdvanceTo(whole.End);
        }
        catch (InvalidOperationException)
        {
            // It was ended.
        }
        (whole, length, consumed) = (default, 0, 0);
    }

    private ReadResult Rest(ReadResult read)
    {
        whole = read.Buffer;
        length = whole.Length;
        return new(whole.Slice(consumed), read.IsCanceled, read.IsCompleted);
    }
}
