using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Errors;

/// <summary>Answers everything that goes wrong with an error of the chosen format, in development as in production.</summary>
internal static class ErrorSetup
{
    public static void AddErrors(this IServiceCollection services, ErrorFormat format)
    {
        services.AddSingleton<ErrorWriter>(format == ErrorFormat.FastApi ? new FastApiWriter() : new ProblemWriter());
        services.AddSingleton<UnhandledExceptions>();
        // Development throws by default where production answers.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    public static void UseErrors(this WebApplication app)
    {
        // Each IExceptionHandler of the service is asked first. What one of them answers, it logs as it sees fit.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = app.Services.GetRequiredService<UnhandledExceptions>().AnswerAsync,
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));
    }

    /// <summary>Gives a status without a body its error.</summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var malformed = status == StatusCodes.Status400BadRequest
            && http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null
            && await ArrivesWholeAsync(http);
        var errors = ErrorWriter.Of(http.RequestServices);
        await (malformed ? errors.WriteFaultsAsync(http, MalformedBody(http)) : errors.WriteAsync(http, status));
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
        var names = http.RequestServices.GetRequiredService<WireNames>();
        var faults = new ParameterCheck(endpoint, names).FindFaults(http.Request, refused: true, withForm: !isSent) ?? [];
        if (isSent || faults.Count == 0)
        {
            faults.Add(isForm ? new("form_invalid", ["body"], "The form could not be read") : new("json_invalid", ["body"], "JSON decode error"));
        }
        return faults;
    }
}
