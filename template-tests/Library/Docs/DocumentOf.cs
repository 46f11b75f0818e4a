using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Library.Docs;

/// <summary>The document of a service that is made for it.</summary>
internal static class DocumentOf
{
    public static async Task<JsonObject> Features(params Type[] features)
    {
        await using var service = await new LibraryService(features).Start();
        return JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!.AsObject();
    }

    /// <summary>What stands at a place, whose parts are set off by blanks; null for nothing.</summary>
    public static JsonNode? At(this JsonNode? node, string place) =>
        place.Split(' ').Aggregate(node, (inside, part) => int.TryParse(part, out var index) && inside is JsonArray list ? list[index] : inside?[part]);

    public static JsonNode? Schema(this JsonNode document, string name) => document["components"]!["schemas"]![name];
}
