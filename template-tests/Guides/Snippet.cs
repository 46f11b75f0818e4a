namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Guide">The guide.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Kind">The language.</param>
/// <param name="Path">Of code, the file that it is, from the folder of the service; of a diff, the file that it changes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record Snippet(string Guide, int Line, string Kind, string Path, string Text)
{
    public bool IsFile => Path != "" && !IsChange;

    public bool IsChange => Kind == "diff";

    /// <summary>Whether it is what a service answers to the request in front of it.</summary>
    public bool IsAnswer => Kind == "http" && Text.StartsWith("HTTP/", StringComparison.Ordinal);

    public bool IsRequest => Kind == "http" && !IsAnswer;

    public override string ToString() => $"{Guide}:{Line}";
}
