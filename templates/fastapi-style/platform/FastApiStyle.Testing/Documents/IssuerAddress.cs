using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Documents;

/// <summary>Where an issuer of tokens is: another place in each environment, while the contract is the same.</summary>
internal static class IssuerAddress
{
    private const string Name = "openIdConnectUrl";

    public static void Copy(JsonNode? from, JsonNode to)
    {
        foreach (var (scheme, described) in SchemesOf(to))
        {
            if (described?[Name] is not null && SchemesOf(from)[scheme]?[Name] is { } address)
            {
                described[Name] = address.DeepClone();
            }
        }
    }

    private static JsonObject SchemesOf(JsonNode? document) => document?["components"]?["securitySchemes"] as JsonObject ?? [];
}
