using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>
/// A request, and what FastAPI 0.115 with Pydantic 2.10 answered to it: the status, and of a 422 the code of each fault at its
/// place, as <c>int_type@body.addresses[0].zip</c>.
/// </summary>
internal sealed partial record Recorded(string What, string Answer, string Method, string Path, string Type, string User, string Body)
{
    /// <summary>Those of answers.txt, under their names.</summary>
    public static IReadOnlyDictionary<string, Recorded> All { get; } =
        File.ReadLines(System.IO.Path.Combine(Repository.Root, "template-tests", "Library", "Reference", "answers.txt"))
            .Select(line => line[2..^2].Split(" | "))
            .Select(cells => new Recorded(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], Unescape(cells[6])))
            .ToDictionary(request => request.What);

    private static string Unescape(string text) => Escape.Replace(text, escape => escape.Value[1] switch
    {
        't' => "\t",
        'r' => "\r",
        'n' => "\n",
        var other => $"{other}",
    });

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape { get; }
}
