using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>When a service was told to stop, for clients that keep it busy until then.</summary>
internal sealed class StopSign
{
    private volatile bool raised;
    private int answered;

    public void Raise() => raised = true;

    public async Task Answered(int requests)
    {
        while (Volatile.Read(ref answered) < requests)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Sends one request after the other, until the service takes no more.</summary>
    public async Task Loop(Uri service, Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        using var client = new HttpClient(new KilledServerHandler()) { BaseAddress = service };
        while (true)
        {
            var sentBefore = !raised;
            try
            {
                using var answer = await send(client);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsStringAsync();
                Interlocked.Increment(ref answered);
            }
            // A service that stops may turn away what comes later, but not with half an answer.
            catch (HttpRequestException error) when (!sentBefore && error.HttpRequestError is
                HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
            {
                return;
            }
        }
    }
}
