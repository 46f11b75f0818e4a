using System.Text.Json.Nodes;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Documents;

/// <summary>How an operation learns who is asking.</summary>
/// <param name="Ways">Each one is enough; the schemes of one are sent together.</param>
/// <param name="IsOptional">Whether it serves those, too, who do not say who they are.</param>
internal sealed record SignIn(IReadOnlyList<IReadOnlyList<Scheme>> Ways, bool IsOptional)
{
    public static SignIn Of(JsonObject root, JsonObject operation)
    {
        var security = (operation["security"] ?? root["security"]) as JsonArray ?? [];
        var known = root["components"]?["securitySchemes"] as JsonObject ?? [];
        List<List<Scheme?>> ways = [.. security.OfType<JsonObject>().Select(way => way.Select(each => Scheme.Of(root.Resolve(known[each.Key]!))).ToList())];
        return new(
            [.. ways.Where(way => way.Count > 0 && !way.Contains(null)).Select(way => (IReadOnlyList<Scheme>)way!)],
            ways.Count == 0 || ways.Exists(way => way.Count == 0));
    }
}

/// <summary>Where it is sent who is asking.</summary>
/// <param name="Source"><c>header</c> or <c>query</c>.</param>
/// <param name="Prefix">What stands in front of the secret.</param>
internal sealed record Scheme(string Source, string Name, string Prefix)
{
    /// <summary>Null for what is no part of a request, as the certificate of a client.</summary>
    public static Scheme? Of(JsonNode scheme) => ((string?)scheme["type"], (string?)scheme["in"]) switch
    {
        ("apiKey", "cookie") => new("header", "Cookie", $"{scheme["name"]}="),
        ("apiKey", var source) => new(source!, (string)scheme["name"]!, ""),
        ("mutualTLS", _) => null,
        ("http", _) when !"bearer".Equals((string?)scheme["scheme"], StringComparison.OrdinalIgnoreCase) => new("header", "Authorization", $"{scheme["scheme"]} "),
        _ => new("header", "Authorization", "Bearer "),
    };
}
