using FastApiService.Platform.Validation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FastApiService.Platform.Errors;

/// <summary>Answers everything that goes wrong with a <see cref="Problem"/>, in development as in production.</summary>
public static class ErrorSetup
{
    public static void AddErrors(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        // Development throws by default where production answers.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));
    }

    /// <summary>Gives a status without a body its problem.</summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var malformed = status == StatusCodes.Status400BadRequest
            && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null
            && await ArrivesWholeAsync(http);
        var problem = malformed ? ValidationProblem.For(http, MalformedBody(http)) : Problem.For(http, status);
        await problem.WriteAsync(http);
    }

    /// <summary>
    /// Tells a body that is not JSON from one that broke off below it: only the rest of the former can be read.
    /// The framework answers both with a bare 400.
    /// </summary>
    private static async Task<bool> ArrivesWholeAsync(HttpContext http)
    {
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return true;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The handler was not reached, so of the rest of the request only what it was parsed from can be looked at.</summary>
    private static List<Fault> MalformedBody(HttpContext http)
    {
        var endpoint = http.GetEndpoint()!;
        var isForm = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()!.ContentTypes.Any(type => type.Contains("form", StringComparison.Ordinal));
        // A form that was not sent lacks its fields; of one that cannot be read, none can be looked at.
        var isSent = !isForm || http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        var faults = new ParameterCheck(endpoint).FindFaults(http.Request, refused: true, withForm: !isSent) ?? [];
        if (isSent || faults.Count == 0)
        {
            faults.Add(isForm ? new("form_invalid", ["body"], "The form could not be read") : new("json_invalid", ["body"], "JSON decode error"));
        }
        return faults;
    }
}

/// <summary>Answers an exception that nothing else has caught, and logs it unless it is the client's doing.</summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidOperationException when HasUnknownCharset(httpContext.Request) => StatusCodes.Status415UnsupportedMediaType,
            IOException when exception.Source?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        var problem = Problem.For(httpContext, status);
        if (status >= 500)
        {
            LogUnhandled(logger, exception, httpContext.Request.Method, httpContext.Request.Path, problem.TraceId);
        }
        await problem.WriteAsync(httpContext);
        return true;
    }

    // The framework throws where it cannot decode.
    private static bool HasUnknownCharset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type is { Charset.HasValue: true, Encoding: null };

    [LoggerMessage(LogLevel.Error, "Unhandled exception in {Method} {Path}, trace {TraceId}")]
    private static partial void LogUnhandled(ILogger logger, Exception exception, string method, string path, string traceId);
}
