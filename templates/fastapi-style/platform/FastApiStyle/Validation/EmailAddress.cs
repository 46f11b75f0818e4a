namespace FastApiStyle.Validation;

/// <summary>
/// What <see cref="EmailRule{T}"/> says as a pattern, asked in one pass: the engine of .NET tries that again and again, since it looks ahead.
/// </summary>
internal static class EmailAddress
{
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;

    public static bool Is(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && IsDotString(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsDotString(ReadOnlySpan<char> local)
    {
        var (length, wasDot) = (0, true);
        for (var i = 0; i < local.Length; i++, length++)
        {
            var isDot = local[i] == '.';
            if (isDot ? wasDot : !IsInAtom(local[i]) && !IsPair(local, ref i))
            {
                return false;
            }
            wasDot = isDot;
        }
        return !wasDot && length <= LongestLocal;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var labels = 0;
        while (true)
        {
            var end = domain.IndexOf('.');
            if (!IsLabel(end < 0 ? domain : domain[..end]))
            {
                return false;
            }
            labels++;
            if (end < 0)
            {
                return labels > 1;
            }
            domain = domain[(end + 1)..];
        }
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        var length = 0;
        for (var i = 0; i < label.Length; i++, length++)
        {
            var isHyphen = label[i] == '-' && i > 0 && i < label.Length - 1;
            if (!isHyphen && !IsLetter(label[i]) && !IsPair(label, ref i))
            {
                return false;
            }
        }
        return length is > 0 and <= LongestLabel;
    }

    private static bool IsInAtom(char unit) => unit < 0x7F
        ? unit > ' ' && unit is not ('"' or '(' or ')' or ',' or '.' or ':' or ';' or '<' or '>' or '@' or '[' or '\\' or ']')
        : unit > 0xA0 && !char.IsSurrogate(unit);

    private static bool IsLetter(char unit) => char.IsAsciiLetterOrDigit(unit) || (unit > 0xA0 && !char.IsSurrogate(unit));

    /// <summary>Whether a character beyond U+FFFF stands there, of which the second half is then passed.</summary>
    private static bool IsPair(ReadOnlySpan<char> text, ref int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) && index++ >= 0;
}
