namespace FastApiStyle.Errors;

/// <summary>Answers everything that goes wrong with an error of the chosen format, in development as in production.</summary>
internal static class ErrorSetup
{
    public static void AddErrors(this IServiceCollection services, ErrorFormat format)
    {
        services.AddSingleton<ErrorWriter>(format == ErrorFormat.FastApi ? new FastApiWriter() : new ProblemWriter());
        services.AddSingleton<UnhandledExceptions>();
        services.AddSingleton<ThrownProblems>();
        services.AddSingleton<IProblemDetailsService, ProblemResults>();
        // Development throws by default where production answers.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    public static void UseErrors(this WebApplication app)
    {
        var answers = ((IApplicationBuilder)app).New();
        Build(answers);
        app.Use(next => new ErrorMiddleware(next, answers.Build()).InvokeAsync);
    }

    /// <summary>What a request meets that did not go well.</summary>
    private static void Build(IApplicationBuilder app)
    {
        // Each IExceptionHandler of the service is asked first. What one of them answers, it logs as it sees fit.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = app.ApplicationServices.GetRequiredService<UnhandledExceptions>().AnswerAsync,
            // Asked about each exception that has been answered, by whomever.
            SuppressDiagnosticsCallback = failed =>
            {
                BackgroundTasks.Drop(failed.HttpContext);
                return true;
            },
        });
        app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));
        // Behind the handler of exceptions, which would log each one, drop its headers and let nobody keep it in a cache.
        app.Use(app.ApplicationServices.GetRequiredService<ThrownProblems>().UseAsync);
        app.Run(ErrorMiddleware.ReplayAsync);
    }

    /// <summary>Gives a status without a body its error.</summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        var errors = ErrorWriter.Of(http.RequestServices);
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest && await UnreadableBody.FindFaultsAsync(http) is { } faults)
        {
            BackgroundTasks.Drop(http);
            await errors.WriteFaultsAsync(http, faults);
            return;
        }
        await errors.WriteAsync(http, http.Response.StatusCode);
    }
}
