using System.Net;
using System.Text.RegularExpressions;

namespace FastApiStyle.Validation;

/// <summary>
/// Why a text is no e-mail address, in the words of the library that Pydantic 2 asks. Which character is not allowed, they say, too;
/// here they do not, since that repeats a part of the input.
/// </summary>
internal static partial class EmailReasons
{
    private const int LongestLocal = 64;

    /// <returns>The reason, or null where it could not be said without the input.</returns>
    public static string? Of(string text) => text.Split('@', 2) is [var local, var domain]
        ? OfLocal(local) is (true, var reason) ? reason : OfDomain(domain)
        : "An email address must have an @-sign.";

    private static (bool IsWrong, string? Reason) OfLocal(string local)
    {
        var excess = local.EnumerateRunes().Count() - LongestLocal;
        var reason = local switch
        {
            "" => "There must be something before the @-sign.",
            ['"', .., '"'] => "Quoting the part before the @-sign is not allowed here.",
            _ when excess > 0 => $"The email address is too long before the @-sign ({excess} character{(excess == 1 ? "" : "s")} too many).",
            _ when NotInLocal.IsMatch(local) => null,
            ['.', ..] => "An email address cannot start with a period.",
            [.., '.'] => "An email address cannot have a period immediately before the @-sign.",
            _ when local.Contains("..", StringComparison.Ordinal) => "An email address cannot have two periods in a row.",
            _ => "",
        };
        return (reason != "", reason);
    }

    private static string? OfDomain(string domain) => domain switch
    {
        "" => "There must be something after the @-sign.",
        ['[', .., ']'] when IPAddress.TryParse(domain[1..^1], out _) => "A bracketed IP address after the @-sign is not allowed here.",
        _ when NotInDomain.IsMatch(domain) => null,
        ['.' or '-', ..] => $"An email address cannot have a {NameOf(domain[0])} immediately after the @-sign.",
        [.., '.' or '-'] => $"An email address cannot end with a {NameOf(domain[^1])}.",
        _ when domain.Contains("..", StringComparison.Ordinal) => "An email address cannot have two periods in a row.",
        _ when domain.Contains(".-", StringComparison.Ordinal) || domain.Contains("-.", StringComparison.Ordinal) =>
            "An email address cannot have a period and a hyphen next to each other.",
        _ when !domain.Contains('.', StringComparison.Ordinal) => "The part after the @-sign is not valid. It should have a period.",
        _ => null,
    };

    private static string NameOf(char mark) => mark == '.' ? "period" : "hyphen";

    [GeneratedRegex(@"[\x00-\x20""(),:;<>@[\\\]\x7F-\xA0]")]
    private static partial Regex NotInLocal { get; }

    [GeneratedRegex(@"[\x00-,/:-@[-`{-\xA0]")]
    private static partial Regex NotInDomain { get; }
}
