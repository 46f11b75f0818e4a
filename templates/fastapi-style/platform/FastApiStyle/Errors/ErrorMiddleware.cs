using FastApiStyle.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Errors;

/// <summary>
/// Sends what went wrong below it through the middleware that answers errors. A request that goes well never meets that, and pays
/// nothing for it.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, RequestDelegate answer)
{
    public Task InvokeAsync(HttpContext http)
    {
        var work = RunningRequests.Start(next, http);
        return work.IsCompletedSuccessfully && !IsError(http.Response) ? Task.CompletedTask : FinishAsync(http, work);
    }

    /// <summary>Ends as the request has ended: with its exception, or with its status.</summary>
    public static Task ReplayAsync(HttpContext http) => http.Features.GetRequiredFeature<Outcome>().Work;

    private async Task FinishAsync(HttpContext http, Task work)
    {
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompletedSuccessfully || IsError(http.Response))
        {
            http.Features.Set(new Outcome(work));
            await answer(http);
        }
    }

    private static bool IsError(HttpResponse response) => response is { StatusCode: >= StatusCodes.Status400BadRequest, HasStarted: false };

    private sealed record Outcome(Task Work);
}
