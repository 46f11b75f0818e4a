using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>
/// The cookies of a request as Starlette reads them, under names in their letter case and with each of one name, in quotes or not. The
/// framework would drop what RFC 6265 does not let a server send, take a name in any letter case, and of several the last.
/// </summary>
internal static partial class WireCookies
{
    /// <summary>The values of each name, percent-decoded.</summary>
    public static Dictionary<string, StringValues> Of(HttpRequest request)
    {
        var cookies = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var pair in request.Headers.Cookie.SelectMany(header => header!.Split(';')))
        {
            if (pair.Split('=', 2) is [var name, var value])
            {
                name = name.Trim();
                cookies[name] = StringValues.Concat(cookies.GetValueOrDefault(name), Uri.UnescapeDataString(Unquoted(value.Trim())));
            }
        }
        return cookies;
    }

    // In quotes, \" and \073 stand for one character each.
    private static string Unquoted(string value) => value is not ['"', .. var inside, '"'] ? value : Escape.Replace(
        inside, escape => escape.Value is [_, var itself] ? $"{itself}" : $"{(char)Octal(escape.Value[1..])}");

    private static int Octal(string digits) => digits.Aggregate(0, (number, digit) => (number * 8) + CharUnicodeInfo.GetDecimalDigitValue(digit));

    [GeneratedRegex(@"\\([0-3][0-7][0-7]|.)", RegexOptions.Singleline)]
    private static partial Regex Escape { get; }
}
