using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>What is another thing here than in FastAPI: a whole answer, the words of a fault, or a member of an answer.</summary>
/// <param name="Kind">The heading of the guide under which such differences stand.</param>
/// <param name="Of">The name of the request, the code of the fault or the name of the member.</param>
/// <param name="FastApi">What FastAPI answers.</param>
/// <param name="Here">What the port answers.</param>
internal sealed record Difference(string Kind, string Of, string FastApi, string Here)
{
    public const string Answers = "Other answers", Words = "Other words", Members = "Other values";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Difference> Between(string name, RecordedAnswer fastApi, RecordedAnswer here) =>
        fastApi.Summary != here.Summary ? [new(Answers, name, fastApi.Summary, here.Summary)]
        : fastApi.Faults.Count > 0 ? fastApi.Faults.Zip(here.Faults).SelectMany(pair => InWords(pair.First, pair.Second))
        : InHeaders(fastApi, here).Concat(InValues("", fastApi.Body, here.Body));

    private static IEnumerable<Difference> InWords(JsonNode fastApi, JsonNode here) =>
        Same(fastApi["msg"], here["msg"]) && Same(fastApi["ctx"], here["ctx"]) ? [] : [new(Words, $"{here["type"]}", WordsOf(fastApi), WordsOf(here))];

    /// <summary>The message, and the rest where it says more than the message does.</summary>
    private static string WordsOf(JsonNode fault) => string.Join(' ', [$"{fault["msg"]}", .. (fault["ctx"] as JsonObject ?? [])
        .Where(each => !$"{fault["msg"]}".Contains($"{each.Value}", StringComparison.Ordinal)).Select(each => $"{each.Key}: {Text(each.Value)}")]);

    private static IEnumerable<Difference> InHeaders(RecordedAnswer fastApi, RecordedAnswer here) => fastApi.Headers
        .Where(header => header.Key != "content-length" && MediaType(here.Headers.GetValueOrDefault(header.Key)) != MediaType(header.Value))
        .Select(header => new Difference(Members, header.Key, header.Value, here.Headers.GetValueOrDefault(header.Key, "nothing")));

    private static IEnumerable<Difference> InValues(string name, JsonNode? fastApi, JsonNode? here) => (fastApi, here) switch
    {
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .SelectMany(key => key == "id" ? [] : InValues(key, one[key], other[key])),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).SelectMany(pair => InValues(name, pair.First, pair.Second)),
        _ => Same(fastApi, here) ? [] : [new(Members, name, Text(fastApi), Text(here))],
    };

    private static string? MediaType(string? header) => header?.Split(';')[0];

    private static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);

    private static string Text(JsonNode? value) => value?.ToJsonString(Readable) ?? "null";
}
