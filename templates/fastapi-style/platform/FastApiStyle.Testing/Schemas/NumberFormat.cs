using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Schemas;

/// <summary>The bounds that the format of a number says, as JSON: a document does not repeat them.</summary>
internal sealed record NumberFormat(JsonNode Least, JsonNode Most)
{
    private static readonly Dictionary<string, NumberFormat> Known = new()
    {
        ["int32"] = Between("-2147483648", "2147483647"),
        ["int64"] = Between("-9223372036854775808", "9223372036854775807"),
        ["uint64"] = Between("0", "18446744073709551615"),
        ["float"] = Between("-3.4028235E+38", "3.4028235E+38"),
        ["double"] = Between("-1.7976931348623157E+308", "1.7976931348623157E+308"),
        ["decimal"] = Between("-79228162514264337593543950335", "79228162514264337593543950335"),
    };

    /// <summary>Null for one that has none, or that says them as keywords.</summary>
    public static NumberFormat? Of(JsonNode? name) => Known.GetValueOrDefault((string?)name ?? "");

    public bool Allows(JsonNode number) => number.CompareNumber(Least) >= 0 && number.CompareNumber(Most) <= 0;

    private static NumberFormat Between(string least, string most) => new(JsonNode.Parse(least)!, JsonNode.Parse(most)!);
}
