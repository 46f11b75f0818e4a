using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Errors;

/// <summary>Answers a <see cref="ProblemException"/> as if its problem had been returned.</summary>
internal sealed partial class ThrownProblems(ILogger<ThrownProblems> logger)
{
    // What was said of a body that does not come. Headers of middlewares stay, as they do where a problem is returned.
    private static readonly string[] OfBody =
    [
        HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage, HeaderNames.ContentDisposition,
        HeaderNames.ContentRange, HeaderNames.AcceptRanges, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location,
    ];

    public async Task UseAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: StatusCodes.Status416RangeNotSatisfiable, ContentLength: 0, HasStarted: false } none)
            {
                // The framework has described an empty file: what is to be described is the error.
                (none.ContentLength, none.ContentType) = (null, null);
                none.Headers.Remove(HeaderNames.ContentDisposition);
            }
        }
        catch (ProblemException exception) when (!http.Response.HasStarted)
        {
            Log(http, exception);
            Array.ForEach(OfBody, name => http.Response.Headers.Remove(name));
            await exception.Problem.ExecuteAsync(http);
        }
    }

    private void Log(HttpContext http, ProblemException exception)
    {
        if (exception.Problem.Status >= 500)
        {
            LogFailure(exception, http.Request.Method, http.Request.Path, exception.Message, ErrorWriter.TraceOf(http));
        }
        else
        {
            LogAnswer(http.Request.Method, http.Request.Path, exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} is answered with {Problem}, trace {TraceId}")]
    private partial void LogFailure(Exception exception, string method, string path, string problem, string traceId);

    [LoggerMessage(LogLevel.Debug, "{Method} {Path} is answered with {Problem}")]
    private partial void LogAnswer(string method, string path, string problem);
}
