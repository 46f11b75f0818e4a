using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace FastApiStyle.Benchmarks.Allocations;

/// <summary>Sends one operation again and again over one connection.</summary>
internal sealed class Client : IDisposable
{
    private readonly IDuplexPipe connection;
    private readonly Operation operation;
    private readonly byte[] request;

    public Client(MemoryTransport transport, Operation operation, string folder)
    {
        connection = transport.Connect();
        this.operation = operation;
        var body = operation.Body is { } file ? File.ReadAllBytes(Path.Combine(folder, file)) : [];
        var head = $"{operation.Method} {operation.Path} HTTP/1.1\r\nHost: localhost\r\n"
            + (operation.Body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n") + "\r\n";
        request = [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    /// <summary>The first request, which another thread answers, and then waits for the next one, which is answered on this one.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        Send();
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        Take();
    }

    /// <summary>Sends one, which is answered before this returns.</summary>
    public void Ask()
    {
        Send();
        Take();
    }

    /// <summary>As a client that goes away.</summary>
    public void Dispose() => connection.Output.Complete();

    private void Send()
    {
        connection.Output.Write(request);
        MustBeRead(connection.Output.FlushAsync());
    }

    private void MustBeRead(ValueTask<FlushResult> flushed)
    {
        if (!flushed.IsCompleted)
        {
            throw new InvalidOperationException($"{operation.Name}: the request was not read.");
        }
    }

    private void Take()
    {
        if (!connection.Input.TryRead(out var answer))
        {
            throw new InvalidOperationException($"{operation.Name}: the service waited for something, and went on on another thread.");
        }
        // "HTTP/1.1 200 OK", and no string of it.
        Span<byte> start = stackalloc byte[12];
        answer.Buffer.Slice(0, start.Length).CopyTo(start);
        var status = int.Parse(start[9..], CultureInfo.InvariantCulture);
        if (Array.IndexOf(operation.Statuses, status) < 0)
        {
            throw new InvalidOperationException($"{operation.Name} is answered by {Encoding.UTF8.GetString(answer.Buffer)}");
        }
        connection.Input.AdvanceTo(answer.Buffer.End);
    }
}
