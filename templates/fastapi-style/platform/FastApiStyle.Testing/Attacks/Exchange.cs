using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Sends calls, looks at what comes, and remembers it.</summary>
/// <param name="client">Without credentials of its own: they are on the ring.</param>
internal sealed class Exchange(HttpClient client, KeyRing keys, AnswerCheck check, Things things, Failures failures, IReadOnlyList<Operation> operations)
{
    /// <param name="calls">All of one operation.</param>
    public Task SendAsync(Reach reach, IEnumerable<Call> calls, CancellationToken cancellation) => GuardAsync(reach, async () =>
    {
        foreach (var call in calls)
        {
            if (await SendAsync(reach, await WithTagAsync(call, cancellation), _ => null, cancellation) is null)
            {
                // More calls of this kind would show nothing more.
                break;
            }
        }
    }, cancellation);

    /// <param name="fault">What is wrong with an answer for a reason that no document states.</param>
    /// <returns>What came; null where nothing did.</returns>
    public async Task<(int Status, bool IsSuccess, string? Tag)?> AskAsync(Reach reach, Call call, Func<Answer, string?> fault, CancellationToken cancellation)
    {
        (int, bool, string?)? answer = null;
        await GuardAsync(reach, async () => answer = await SendAsync(reach, call, fault, cancellation), cancellation);
        return answer;
    }

    /// <summary>The tag of what a call would change, as a client would have read it before; null where nothing says it.</summary>
    public async Task<string?> ReadTagAsync(Call call, CancellationToken cancellation)
    {
        var read = operations.FirstOrDefault(each => each.Method == HttpMethod.Get && each.Path == call.Operation.Path
            && each.Inputs.All(input => !input.Required || input.Source == "path"));
        if (read is null)
        {
            return null;
        }
        using var request = new Call(read, "", [.. call.Values.Where(each => each.Input.Source == "path")]).ToRequest(keys.For(read));
        using var answer = await Answer.ReadAsync(client, request, read.Streams, cancellation);
        return answer?.IsSuccess == true ? answer.Tag : null;
    }

    /// <summary>What asks for a tag is sent one, so that it does what it is for.</summary>
    private async Task<Call> WithTagAsync(Call call, CancellationToken cancellation) => !call.Operation.Documents(428) || call.Condition is not null ? call
        : await ReadTagAsync(call, cancellation) is { } tag ? call with { Condition = (Operation.IfMatch, tag) }
        : call with { Condition = call.Operation.Conditions.Contains(Operation.IfNoneMatch) ? (Operation.IfNoneMatch, "*") : (Operation.IfMatch, "*") };

    private async Task GuardAsync(Reach reach, Func<Task> send, CancellationToken cancellation)
    {
        try
        {
            await send();
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

    /// <returns>What came; null where nothing did.</returns>
    private async Task<(int Status, bool IsSuccess, string? Tag)?> SendAsync(Reach reach, Call call, Func<Answer, string?> fault, CancellationToken cancellation)
    {
        var own = keys.For(reach.Operation);
        using var request = call.ToRequest(own);
        using var answer = await Answer.ReadAsync(client, request, reach.Operation.Streams, cancellation);
        if (answer is null && call.Status is { } expected)
        {
            failures.Add(reach.Operation, $"expected {expected} for {call.What}, and got a stream", $"\n    {call.ToCurl(own)}");
            return (0, false, null);
        }
        if (answer is null)
        {
            reach.AddSilence();
            return null;
        }
        if (answer.IsElsewhere && reach.Operation.Redirect is { } redirect)
        {
            reach.Add(call, redirect);
            return (redirect, false, null);
        }
        foreach (var each in check.Find(call, answer, reach.HasSucceeded).Concat(fault(answer) is { } other ? [other] : []))
        {
            failures.Add(reach.Operation, each, $"\n    {call.ToCurl(own)}\n    {Excerpt.Of(answer.Body, 500)}");
        }
        reach.Add(call, answer);
        if (answer.IsSuccess && call.Status is null)
        {
            things.Add(call, answer);
        }
        return (answer.Status, answer.IsSuccess, answer.Tag);
    }
}
