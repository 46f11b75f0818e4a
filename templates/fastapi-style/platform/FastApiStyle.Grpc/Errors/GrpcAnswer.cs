using System.Globalization;
using System.Text;
using FastApiStyle.Errors;
using Google.Protobuf;
using Status = Google.Rpc.Status;

namespace FastApiStyle.Grpc.Errors;

/// <summary>
/// The error of a call. In front of its method it is the whole answer, whose headers are its trailers (Trailers-Only of the
/// protocol); inside, it is kept for <see cref="GrpcErrors"/>.
/// </summary>
internal sealed class GrpcAnswer : IErrorAnswer
{
    private bool isInCall;
    private Status? kept;

    public Task WriteAsync(HttpContext http, int status, string? detail, IReadOnlyList<Fault> faults)
    {
        var answer = GrpcStatus.Of(http, status, detail, faults);
        if (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
        }
        if (isInCall)
        {
            kept = answer;
            return Task.CompletedTask;
        }
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = answer.Code.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["grpc-message"] = Escape(answer.Message);
        http.Response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(answer.ToByteArray()).TrimEnd('=');
        // Not started: only headers that end the stream are trailers, too.
        return Task.CompletedTask;
    }

    /// <summary>The error that something writes, where it writes one.</summary>
    public async Task<Status?> KeepAsync(Func<Task> write)
    {
        isInCall = true;
        await write();
        return kept;
    }

    /// <summary>What is no printable ASCII is percent-encoded.</summary>
    private static string Escape(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var each in Encoding.UTF8.GetBytes(message))
        {
            if (each is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                text.Append((char)each);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"%{each:X2}");
            }
        }
        return text.ToString();
    }
}
