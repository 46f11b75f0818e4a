namespace FastApiStyle.Testing.Attacks;

/// <summary>What went wrong, each fault once: the first ones of an operation with the request to repeat, the others in a line.</summary>
internal sealed class Failures
{
    private readonly Dictionary<(string Subject, string Fault), string> all = [];

    public bool IsEmpty => all.Count == 0;

    public void Add(object subject, string fault, string details = "") => all.TryAdd(($"{subject}", fault), details);

    public override string ToString() => string.Join('\n', all.GroupBy(failure => failure.Key.Subject).Select(failures =>
        Excerpt.Of([.. failures.Select((failure, index) => $"{failures.Key}: {failure.Key.Fault}{(index < 3 ? failure.Value : "")}")], 25) + "\n"));
}
