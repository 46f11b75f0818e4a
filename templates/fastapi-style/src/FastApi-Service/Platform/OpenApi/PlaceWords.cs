using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>What is said of a place in words: in its description for people, and in <c>x-rules</c> for tools.</summary>
internal static class PlaceWords
{
    private const string Rules = "x-rules";

    /// <summary>Says in words what no keyword says.</summary>
    public static void SayInWords(this Place place, string sentence)
    {
        var extensions = place.Schema is OpenApiSchemaReference reference
            ? reference.Reference.Extensions ??= new Dictionary<string, IOpenApiExtension>()
            : ((OpenApiSchema)place.Schema).Extensions ??= new Dictionary<string, IOpenApiExtension>();
        var rules = (extensions.TryGetValue(Rules, out var said) ? ((JsonNodeExtension)said).Node as JsonArray : null) ?? [];
        if (rules.All(rule => rule!.GetValue<string>() != sentence))
        {
            rules.Add((JsonNode)sentence);
            extensions[Rules] = new JsonNodeExtension(rules);
            place.Schema.Description = place.Schema.Description?.TrimEnd() switch
            {
                null or "" => sentence,
                [.., '.' or '!' or '?'] before => $"{before} {sentence}",
                var before => $"{before}. {sentence}",
            };
        }
        place.Keep();
    }
}
