namespace FastApiStyle.Hosting;

/// <summary>The requests that are being answered: each is at an end when all that looks at its answer is.</summary>
internal sealed class RunningRequests
{
    private int count;

    public bool AreDone => Volatile.Read(ref count) == 0;

    /// <summary>Counts those that pass. One that has ended when its call returns needs no state machine.</summary>
    /// <param name="next">What answers them.</param>
    /// <param name="starting">Is called with each when its answer starts.</param>
    public RequestDelegate Track(RequestDelegate next, Func<object, Task> starting) => http =>
    {
        Interlocked.Increment(ref count);
        http.Response.OnStarting(starting, http);
        var work = Start(next, http);
        if (!work.IsCompletedSuccessfully || http.Response.StatusCode == StatusCodes.Status499ClientClosedRequest)
        {
            return EndAsync(http, work);
        }
        Interlocked.Decrement(ref count);
        return Task.CompletedTask;
    };

    /// <summary>Sends a request on. What is thrown at once ends it like what is thrown later.</summary>
    public static Task Start(RequestDelegate next, HttpContext http)
    {
        try
        {
            return next(http);
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    private async Task EndAsync(HttpContext http, Task work)
    {
        try
        {
            await work;
            if (http.Response.StatusCode == StatusCodes.Status499ClientClosedRequest)
            {
                // The framework says so where a handler has thrown since its client had gone.
                BackgroundTasks.Drop(http);
            }
        }
        catch
        {
            BackgroundTasks.Drop(http);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref count);
        }
    }
}
