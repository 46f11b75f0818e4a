using System.Globalization;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Documents;

/// <summary>What a client can ask for: a method of a path.</summary>
/// <param name="Json">All that the document says of it.</param>
/// <param name="ContentType">Of its body, the first one where there are several; null where it takes none.</param>
internal sealed record Operation(
    HttpMethod Method, string Path, JsonObject Json, IReadOnlyList<Input> Inputs, string? ContentType, SignIn SignIn)
{
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";

    /// <summary>The headers by which it takes a tag that a client has read, and that no value can be made up for.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public string Id => (string?)Json["operationId"] ?? $"{Method} {Path}";

    /// <summary>Whether it asks who is asking, and serves nobody else.</summary>
    public bool Secured => SignIn is { Ways.Count: > 0, IsOptional: false };

    /// <summary>What is held by others is deeper than they are, what is one of many deeper than what there is once.</summary>
    public (int Parameters, int Segments) Depth => (Path.Count(letter => letter == '{'), Path.Count(letter => letter == '/'));

    public bool BodyRequired => (bool?)Json["requestBody"]?["required"] ?? false;

    /// <summary>The statuses that it can answer, as the document writes them.</summary>
    public IEnumerable<string> Statuses => Json["responses"]!.AsObject().Select(response => response.Key);

    public bool DocumentsSuccess => Statuses.Any(status => status[0] is '2' or '3' or 'd');

    /// <summary>Whether it answers with events as they come.</summary>
    public bool Streams => Json["responses"]!.AsObject().Any(response => (response.Value?["content"]?[MediaTypes.Events] ?? response.Value?["content"]?[MediaTypes.Lines]) is not null);

    /// <summary>The status by which it sends clients elsewhere; null where it does not.</summary>
    public int? Redirect => Statuses.Select(status => int.TryParse(status, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .FirstOrDefault(status => status is >= 300 and < 400) is > 0 and var redirect ? redirect : null;

    public bool Documents(int status) => Statuses.Any(known => known == $"{status}" || known == $"{status / 100}XX" || known == "default");

    public override string ToString() => Id == $"{Method} {Path}" ? Id : $"{Id} ({Method} {Path})";
}

/// <summary>One value that an operation takes: a parameter, a field of a form, or (without a name) the JSON body.</summary>
/// <param name="Source">The first part of its <c>loc</c>; a form is a body.</param>
/// <param name="Example">That of the document beside the schema; null where none stands there.</param>
internal sealed record Input(string Source, string? Name, bool Required, JsonNode Schema, JsonNode? Example = null)
{
    public object[] Place => Name is null ? [Source] : [Source, Name];

    /// <summary>What stands beside a schema, in either spelling.</summary>
    public static JsonNode? ExampleBeside(JsonNode described, Func<JsonNode, JsonNode> resolve) =>
        described["example"] ?? (described["examples"] is JsonObject named && named.FirstOrDefault().Value is { } first ? resolve(first)["value"] : null);
}
