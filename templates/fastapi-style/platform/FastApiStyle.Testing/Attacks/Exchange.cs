namespace FastApiStyle.Testing.Attacks;

/// <summary>Sends calls, looks at what comes, and remembers it.</summary>
/// <param name="client">Without credentials of its own: they are on the ring.</param>
internal sealed class Exchange(HttpClient client, KeyRing keys, AnswerCheck check, Things things, Failures failures)
{
    /// <param name="calls">All of one operation.</param>
    public async Task SendAsync(Reach reach, IEnumerable<Call> calls, CancellationToken cancellation)
    {
        try
        {
            foreach (var call in calls)
            {
                if (!await SendAsync(reach, call, cancellation))
                {
                    break;
                }
            }
        }
        catch (ContractException exception)
        {
            // A call that cannot be made keeps no other operation from being called.
            failures.Add(reach.Operation, exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            failures.Add(reach.Operation, $"no answer: {exception.Message}");
        }
    }

    /// <returns>False where more calls of this kind would show nothing more.</returns>
    private async Task<bool> SendAsync(Reach reach, Call call, CancellationToken cancellation)
    {
        var own = keys.For(reach.Operation);
        using var request = call.ToRequest(own);
        using var answer = await Answer.ReadAsync(client, request, reach.Operation.Streams, cancellation);
        if (answer is null && call.Status is { } expected)
        {
            failures.Add(reach.Operation, $"expected {expected} for {call.What}, and got a stream", $"\n    {call.ToCurl(own)}");
            return true;
        }
        if (answer is null)
        {
            reach.AddSilence();
            return false;
        }
        foreach (var fault in check.Find(call, answer, reach.HasSucceeded))
        {
            failures.Add(reach.Operation, fault, $"\n    {call.ToCurl(own)}\n    {Excerpt.Of(answer.Body, 500)}");
        }
        reach.Add(call, answer);
        if (answer.IsSuccess && call.Status is null)
        {
            things.Add(call, answer);
        }
        return true;
    }
}
