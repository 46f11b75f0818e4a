using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>
/// Reads tags and sends them back (RFC 9110 §13): who has it already is told so, and who has read an older version changes nothing.
/// </summary>
internal sealed class Conditions(Exchange exchange)
{
    private const string IfMatch = Operation.IfMatch;
    private const string IfNoneMatch = Operation.IfNoneMatch;
    private const string Other = "\"of-another-version\"";

    // Of what is known, some may be gone.
    private const int Attempts = 10;

    /// <param name="values">Those of an operation that has been called before.</param>
    public async Task CheckAsync(Reach reach, InputValues values, CancellationToken cancellation)
    {
        var operation = reach.Operation;
        var isRead = operation.Method == HttpMethod.Get;
        for (var attempt = 0; attempt < Attempts && operation.Conditions.Count > 0; attempt++)
        {
            var call = new Call(operation, "valid", values.Plain());
            var tag = isRead ? (await exchange.AskAsync(reach, call, _ => null, cancellation))?.Tag : await exchange.ReadTagAsync(call, cancellation);
            if (tag is not null)
            {
                await (isRead ? CheckReadAsync(reach, call, tag, cancellation) : CheckChangeAsync(reach, call, tag, cancellation));
                return;
            }
        }
    }

    private async Task CheckReadAsync(Reach reach, Call call, string tag, CancellationToken cancellation)
    {
        foreach (var (what, sent) in new[] { ("the tag that was read", tag), ("a list with the tag that was read", $"{Other}, {Weak(tag)}"), ("*", "*") })
        {
            // What changes by itself has another tag by now.
            await AskAsync(reach, call, IfNoneMatch, what, sent, answer =>
                answer.IsSuccess && (answer.Tag == tag || sent == "*") ? $"expected 304 for {IfNoneMatch} with {what}" : null, cancellation);
        }
        await AskAsync(reach, call, IfNoneMatch, "the tag of another version", Other, answer =>
            answer.Status == 304 ? $"expected that it comes for {IfNoneMatch} with the tag of another version, and got 304" : null, cancellation);
        if (call.Operation.Documents(412))
        {
            await RefuseAsync(reach, call, IfMatch, "the tag of another version", Other, cancellation);
        }
    }

    private async Task CheckChangeAsync(Reach reach, Call call, string tag, CancellationToken cancellation)
    {
        await RefuseAsync(reach, call, IfMatch, "the tag of another version", Other, cancellation);
        await RefuseAsync(reach, call, IfMatch, "a weak tag", Weak(tag), cancellation);
        if (call.Operation.Conditions.Contains(IfNoneMatch))
        {
            await RefuseAsync(reach, call, IfNoneMatch, "* where there is one", "*", cancellation);
        }
        if (call.Operation.Documents(428))
        {
            await AskAsync(reach, call, IfMatch, "no tag", null, answer => answer.IsSuccess ? $"expected 428 without {IfMatch}" : null, cancellation);
        }
        var changed = await AskAsync(reach, call, IfMatch, "the tag that was read", tag, answer =>
            answer.Status is 412 or 428 ? $"expected that it is taken for {IfMatch} with the tag that was read, and got {answer.Status}" : null, cancellation);
        if (changed?.IsSuccess == true && await exchange.ReadTagAsync(call, cancellation) is { } after && after != tag)
        {
            await RefuseAsync(reach, call, IfMatch, "the tag from before the change", tag, cancellation);
        }
    }

    /// <summary>What is refused for another reason tells nothing.</summary>
    private Task<(int Status, bool IsSuccess, string? Tag)?> RefuseAsync(Reach reach, Call call, string header, string what, string tag, CancellationToken cancellation) => AskAsync(
        reach, call, header, what, tag, answer => answer.IsSuccess ? $"expected 412 for {header} with {what}, and got {answer.Status}" : null, cancellation);

    private Task<(int Status, bool IsSuccess, string? Tag)?> AskAsync(
        Reach reach, Call call, string header, string what, string? tag, Func<Answer, string?> fault, CancellationToken cancellation) =>
        exchange.AskAsync(reach, call with { What = $"valid, with {what}", Condition = (header, tag) }, fault, cancellation);

    private static string Weak(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag : $"W/{tag}";
}
