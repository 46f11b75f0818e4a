using System.Globalization;
using System.Text;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>Bodies of any size that are as bad as their size allows.</summary>
internal static class WorstBodies
{
    public static readonly IReadOnlyDictionary<string, Func<int, byte[]>> All = new Dictionary<string, Func<int, byte[]>>
    {
        ["valid, and an unknown member that is long"] = size => Order("unknown", "\"", "x", "\"", size),
        ["numbers where strings are wanted"] = size => Order("tags", "[1", ",1", "]", size),
        ["numbers where objects are wanted"] = size => Order("lines", "[1", ",1", "]", size),
        ["objects without any member"] = size => Order("lines", "[{}", ",{}", "]", size),
        ["empty strings that break a rule"] = size => Order("tags", "[\"\"", ",\"\"", "]", size),
        ["objects that break each of their rules"] = size => Order("lines",
            """[{"sku":"","quantity":0,"price":0}""", """,{"sku":"","quantity":0,"price":0}""", "]", size),
        ["arrays in arrays, to any depth"] = size => Order("tags", "[", "[", "", size),
        ["arrays in arrays, to the depth that is read"] = size => Order("tags", "[" + Deep, "," + Deep, "]", size),
        ["one member again and again"] = size => Members(size, _ => "\"note\":\"\""),
        ["unknown members, each with a name of its own"] = size => Members(size, Unknown),
        ["unknown members, and a wrong type"] = size => Members(size, i => i == 0 ? "\"note\":0" : Unknown(i)),
        ["a very long integer"] = size => Order("priority", "1", "1", "", size),
        ["a very long decimal"] = size => Order("total", "0.1", "1", "", size),
        ["a very long enum name"] = size => Order("channel", "\"", "W", "\"", size),
        ["escapes in a string of the wrong type"] = size => Order("priority", "\"", "\\u0000", "\"", size),
        ["a very long string for a pattern"] = size => Order("coupon", "\"", "A", "\"", size),
        ["a very long e-mail address"] = size => Order("email", "\"a@", "a", "!\"", size),
        ["a very long e-mail address of short labels"] = size => Order("email", "\"a@a", ".a", "!\"", size),
        ["a very long e-mail address of long labels"] = size => Order("email", "\"a@a", "." + new string('a', 63), "!\"", size),
        ["bytes that are no UTF-8"] = size => Replace(Order("note", "\"", "x", "\"", size), (byte)'x', 0xFF),
        [ByteByByte] = size => Order("unknown", "[1", ",1", "]", size),
        ["no end"] = size => Order("tags", "[\"\"", ",\"\"", "", size),
    };

    /// <summary>As slowly as a client can send: <see cref="Trickle"/>.</summary>
    public const string ByteByByte = "numbers in an unknown member, byte by byte";

    private static string Deep { get; } = new string('[', 60) + new string(']', 60);

    /// <summary>The valid order, one of its members replaced by one that fills the size.</summary>
    private static byte[] Order(string member, string start, string again, string end, int size)
    {
        var order = Encoding.UTF8.GetString(InProcess.Body("order.json")).TrimEnd();
        // The last of two would do for a reader that takes both; this one refuses them, so the valid one goes.
        var members = order.Replace($"\"{member}\":", "\"replaced\":", StringComparison.Ordinal)[..^1];
        return Fill($"{members},\"{member}\":{start}", _ => again, end + "}", size);
    }

    private static string Unknown(int i) => string.Create(CultureInfo.InvariantCulture, $"\"u{i:x}\":0");

    private static byte[] Members(int size, Func<int, string> member)
    {
        var order = Encoding.UTF8.GetString(InProcess.Body("order.json")).TrimEnd();
        var members = order.Replace("\"note\":", "\"replaced\":", StringComparison.Ordinal)[..^1];
        return Fill(members, i => "," + member(i), "}", size);
    }

    private static byte[] Fill(string start, Func<int, string> again, string end, int size)
    {
        var text = new StringBuilder(start, size);
        for (var i = 0; ; i++)
        {
            var more = again(i);
            if (text.Length + more.Length + end.Length > size)
            {
                // Spaces, so that bodies of one size have one size.
                return Encoding.UTF8.GetBytes(text.Append(' ', size - text.Length - end.Length).Append(end).ToString());
            }
            text.Append(more);
        }
    }

    private static byte[] Replace(byte[] body, byte from, byte to)
    {
        body.AsSpan().Replace(from, to);
        return body;
    }
}
