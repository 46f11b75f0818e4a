using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>A request, and what FastAPI 0.115 with Pydantic 2.10 answered to it, as <c>record.py</c> has kept it.</summary>
internal sealed record Exchange(
    string Name, string Method, string Path, IReadOnlyDictionary<string, string>? Headers, string? Body, RecordedAnswer Answer)
{
    /// <summary>Those of answers.jsonl, in their order.</summary>
    public static IReadOnlyList<Exchange> All { get; } =
    [
        .. File.ReadLines(System.IO.Path.Combine(Repository.Root, "template-tests", "Library", "Reference", "answers.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Exchange>(line, JsonSerializerOptions.Web)!),
    ];

    /// <param name="client">A client of the port.</param>
    /// <param name="made">The id of the item that was made last.</param>
    public async Task<RecordedAnswer> AskAsync(HttpClient client, string made)
    {
        using var request = new HttpRequestMessage(new(Method), Path.Replace("{id}", made, StringComparison.Ordinal));
        request.Content = Body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        foreach (var (name, value) in Headers ?? new Dictionary<string, string>())
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json" && text.Length > 0;
        return new((int)answer.StatusCode, headers, isJson ? JsonNode.Parse(text) : text);
    }
}

/// <summary>An answer, whose body is text where it is not JSON.</summary>
internal sealed record RecordedAnswer(int Status, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public IReadOnlyList<JsonNode> Faults { get; } = Status == 422 && Body is JsonObject error && error["detail"] is JsonArray faults ? [.. faults!] : [];

    /// <summary>The status, and what an error is about: <c>422 int_type@body.addresses[0].zip</c>, or <c>405 GET, POST</c>.</summary>
    public string Summary { get; } = string.Join(' ', [
        $"{Status}",
        .. Status == 405 ? [Headers.GetValueOrDefault("allow", "")] : Array.Empty<string>(),
        .. (Status == 422 && Body is JsonObject invalid ? invalid["detail"]!.AsArray() : []).Select(fault => PlaceOf(fault!))]);

    public static string PlaceOf(JsonNode fault) => $"{fault["type"]}@{string.Concat(fault["loc"]!.AsArray().Select(part =>
        part!.GetValueKind() == JsonValueKind.Number ? $"[{part}]" : $".{part}"))[1..]}";
}
