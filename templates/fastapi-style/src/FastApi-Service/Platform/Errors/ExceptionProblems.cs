using Microsoft.AspNetCore.Diagnostics;

namespace FastApiService.Platform.Errors;

/// <summary>Answers an exception that nothing else has caught, and logs it unless it is the client's doing.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            IOException when exception.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status >= 500)
        {
            LogUnhandled(logger, exception, httpContext.Request.Method, httpContext.Request.Path);
        }
        await Problem.For(httpContext, status).WriteAsync(httpContext);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Unhandled exception in {Method} {Path}")]
    private static partial void LogUnhandled(ILogger logger, Exception exception, string method, string path);
}
