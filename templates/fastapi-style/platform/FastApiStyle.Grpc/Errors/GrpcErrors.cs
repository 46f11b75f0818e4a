using FastApiStyle.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Diagnostics;

namespace FastApiStyle.Grpc.Errors;

/// <summary>Answers what a method throws as the same would be answered over HTTP: a problem with its status, anything else with no word of it.</summary>
internal sealed partial class GrpcErrors(ILogger<GrpcErrors> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(requestStream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => Nothing(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => Nothing(continuation(requestStream, responseStream, context)));

    private static async Task<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    private async Task<T> RunAsync<T>(ServerCallContext call, Func<Task<T>> method)
    {
        try
        {
            return await method();
        }
        catch (Exception exception)
        {
            var http = call.GetHttpContext();
            BackgroundTasks.Drop(http);
            // What is of gRPC already, and what ends since nobody waits for it any more, gRPC answers itself.
            if (exception is RpcException || (exception is OperationCanceledException && call.CancellationToken.IsCancellationRequested))
            {
                throw;
            }
            throw await RefusalAsync(call, http, exception);
        }
    }

    private async Task<RpcException> RefusalAsync(ServerCallContext call, HttpContext http, Exception exception)
    {
        var answer = http.Features.Get<IErrorAnswer>() as GrpcAnswer ?? new GrpcAnswer();
        http.Features.Set<IErrorAnswer>(answer);
        var status = await answer.KeepAsync(() => WriteAsync(call, http, exception));
        return (status ?? GrpcStatus.Of(http, StatusCodes.Status500InternalServerError, null, [])).ToRpcException();
    }

    private async Task WriteAsync(ServerCallContext call, HttpContext http, Exception exception)
    {
        if (exception is ProblemException { Problem: var problem })
        {
            if (problem.Status >= 500)
            {
                LogFailure(exception, call.Method, exception.Message, ErrorWriter.TraceOf(http));
            }
            // A stream that has begun has sent its headers: what they would say is left out.
            await (http.Response.HasStarted && problem is not InvalidInputProblem
                ? ErrorWriter.Of(http.RequestServices).WriteAsync(http, problem.Status, problem.Detail)
                : problem.ExecuteAsync(http));
            return;
        }
        foreach (var handler in http.Response.HasStarted ? [] : http.RequestServices.GetServices<IExceptionHandler>())
        {
            if (await handler.TryHandleAsync(http, exception, call.CancellationToken))
            {
                return;
            }
        }
        LogUnhandled(exception, call.Method, ErrorWriter.TraceOf(http));
        await ErrorWriter.Of(http.RequestServices).WriteAsync(http, StatusCodes.Status500InternalServerError);
    }

    [LoggerMessage(LogLevel.Warning, "{Method} is answered with {Problem}, trace {TraceId}")]
    private partial void LogFailure(Exception exception, string method, string problem, string traceId);

    [LoggerMessage(LogLevel.Error, "Unhandled exception in {Method}, trace {TraceId}")]
    private partial void LogUnhandled(Exception exception, string method, string traceId);
}
