namespace FastApiStyle.Errors;

/// <summary>Writes what the framework would write as a problem of its own, such as <c>TypedResults.Problem</c>, in the format of the service.</summary>
internal sealed class ProblemResults(ErrorWriter errors) : IProblemDetailsService
{
    public async ValueTask WriteAsync(ProblemDetailsContext context) => await TryWriteAsync(context);

    public async ValueTask<bool> TryWriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        await (problem is HttpValidationProblemDetails invalid
            ? errors.WriteFaultsAsync(http, [.. FaultsOf(invalid)])
            : errors.WriteAsync(http, problem.Status ?? http.Response.StatusCode, problem.Detail ?? problem.Title));
        return true;
    }

    private static IEnumerable<Fault> FaultsOf(HttpValidationProblemDetails invalid) =>
        invalid.Errors.SelectMany(member => member.Value.Select(message => new Fault("value_error", ["body", member.Key], message)));
}
