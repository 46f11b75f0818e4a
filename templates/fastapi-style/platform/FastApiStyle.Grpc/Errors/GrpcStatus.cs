using System.Globalization;
using FastApiStyle.Errors;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace FastApiStyle.Grpc.Errors;

/// <summary>An error of HTTP as gRPC has it: its code, its sentence, and what <c>google/rpc/error_details.proto</c> has for the rest.</summary>
internal static class GrpcStatus
{
    public static RpcStatus Of(HttpContext http, int status, string? detail, IReadOnlyList<Fault> faults)
    {
        var trace = ErrorWriter.TraceOf(http);
        var invalid = FaultDetails.Of(faults);
        var answer = new RpcStatus
        {
            Code = (int)CodeOf(http, status),
            Message = detail ?? (faults.Count > 0 ? FaultDetails.CountOf(faults, invalid) : ProblemWriter.DetailOf(http, status)),
            Details = { Any.Pack(new RequestInfo { RequestId = trace }) },
        };
        if (faults.Count > 0)
        {
            answer.Details.Add(Any.Pack(invalid));
        }
        if (int.TryParse(http.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            answer.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)) }));
        }
        return answer;
    }

    /// <summary>By what the codes mean in <c>google/rpc/code.proto</c>, which names the statuses of HTTP beside them.</summary>
    private static StatusCode CodeOf(HttpContext http, int status) => status switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity => StatusCode.InvalidArgument,
        StatusCodes.Status401Unauthorized => StatusCode.Unauthenticated,
        StatusCodes.Status403Forbidden => StatusCode.PermissionDenied,
        // Where nothing stands at all, it is the method that is not there.
        StatusCodes.Status404NotFound when http.GetEndpoint() is null => StatusCode.Unimplemented,
        StatusCodes.Status404NotFound or StatusCodes.Status410Gone => StatusCode.NotFound,
        StatusCodes.Status405MethodNotAllowed or StatusCodes.Status501NotImplemented => StatusCode.Unimplemented,
        StatusCodes.Status408RequestTimeout or StatusCodes.Status504GatewayTimeout => StatusCode.DeadlineExceeded,
        StatusCodes.Status409Conflict => StatusCode.AlreadyExists,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests => StatusCode.ResourceExhausted,
        StatusCodes.Status499ClientClosedRequest => StatusCode.Cancelled,
        StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable => StatusCode.Unavailable,
        >= 500 => StatusCode.Internal,
        _ => StatusCode.FailedPrecondition,
    };
}
