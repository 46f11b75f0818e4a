using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Errors;

/// <summary>Answers an exception that nothing else has caught, and logs it unless it is the client's doing.</summary>
internal sealed partial class UnhandledExceptions(ErrorWriter errors, ILogger<UnhandledExceptions> logger)
{
    public Task AnswerAsync(HttpContext http)
    {
        var exception = http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidOperationException or NotSupportedException when HasUnknownCharset(http.Request) => StatusCodes.Status415UnsupportedMediaType,
            IOException when IsOfFramework(exception) => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status >= 500)
        {
            LogUnhandled(logger, exception, http.Request.Method, http.Request.Path, ErrorWriter.TraceOf(http));
        }
        // The words of the framework are for developers; those of a handler are for its clients.
        var detail = exception is BadHttpRequestException && !IsOfFramework(exception) ? exception.Message : null;
        return errors.WriteAsync(http, status, detail);
    }

    private static bool IsOfFramework(Exception exception) => exception.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;

    // The framework throws where it cannot decode.
    private static bool HasUnknownCharset(HttpRequest request)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type is { Charset.HasValue: true, Encoding: null };
        }
        catch (NotSupportedException)
        {
            // UTF-7, which .NET knows and refuses.
            return true;
        }
    }

    [LoggerMessage(LogLevel.Error, "Unhandled exception in {Method} {Path}, trace {TraceId}")]
    private static partial void LogUnhandled(ILogger logger, Exception exception, string method, string path, string traceId);
}
