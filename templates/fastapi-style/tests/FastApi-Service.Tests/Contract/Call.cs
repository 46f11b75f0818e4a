using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>One request, and what is expected of its answer.</summary>
/// <param name="What">Why it is sent, in a few words.</param>
internal sealed record Call(Operation Operation, string What, IReadOnlyList<(Input Input, JsonNode? Value)> Values)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The statuses of which one must come; none for whatever the document allows to a valid request.</summary>
    public int[] Statuses { get; init; } = [];

    /// <summary>Where a 422 must name a fault.</summary>
    public IReadOnlyList<object>? Place { get; init; }

    /// <summary>In place of the body that the values make.</summary>
    public (string? ContentType, byte[] Bytes)? RawBody { get; init; }

    public string ExtraQuery { get; init; } = "";

    /// <summary>What stands in place of the token of a user.</summary>
    public string? Token { get; init; } = "$TOKEN";

    /// <summary>Whether JSON is sent with its characters as they are, rather than escaped.</summary>
    public bool IsReadable { get; init; } = true;

    public HttpRequestMessage ToRequest(string token)
    {
        var request = new HttpRequestMessage(Operation.Method, Address);
        foreach (var (name, value) in TextsOf("header"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        if (Operation.Secured && Token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Token.Replace("$TOKEN", token, StringComparison.Ordinal)}");
        }
        if (Body is var (type, bytes))
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }
        return request;
    }

    /// <summary>The command that sends the same.</summary>
    public string ToCurl()
    {
        static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        var headers = TextsOf("header").Select(header => $"{header.Name}: {header.Text}")
            .Concat(Operation.Secured && Token is not null ? [$"Authorization: Bearer {Token}"] : [])
            .Concat(Body?.ContentType is { } type ? [$"Content-Type: {type}"] : []);
        var body = Body is var (_, bytes) ? $" --data-binary {Quote(Encoding.UTF8.GetString(bytes))}" : "";
        return $"curl -i -X {Operation.Method} {Quote($"http://localhost{Address}")}"
            + string.Concat(headers.Select(header => $" -H {Quote(header).Replace("$TOKEN'", "'\"$TOKEN\"", StringComparison.Ordinal)}"))
            + (body.Length > 1500 ? $"{body[..1500]}… ({body.Length} characters)" : body);
    }

    private string Address
    {
        get
        {
            var path = TextsOf("path").Aggregate(Operation.Path, (path, parameter) =>
                path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Text), StringComparison.Ordinal));
            var query = string.Join('&', TextsOf("query").Select(Encode).Append(ExtraQuery).Where(part => part.Length > 0));
            return query.Length > 0 ? $"{path}?{query}" : path;
        }
    }

    private (string? ContentType, byte[] Bytes)? Body =>
        RawBody is not null ? RawBody
        : Operation.ContentType is null ? null
        : Values.FirstOrDefault(each => each.Input is { Source: "body", Name: null }) is (not null, var value)
            ? (Operation.ContentType, Encoding.UTF8.GetBytes(IsReadable ? value?.ToJsonString(Readable) ?? "null" : value?.ToJsonString() ?? "null"))
        : Operation.ContentType == Document.Multipart
            ? ($"{Document.Multipart}; boundary=part", Encoding.UTF8.GetBytes($"{string.Concat(Operation.Inputs.SelectMany(Parts))}--part--\r\n"))
        : (Operation.ContentType, Encoding.UTF8.GetBytes(string.Join('&', TextsOf("body").Select(Encode))));

    private IEnumerable<string> Parts(Input input) => Values.Where(each => each.Input == input && input.Source == "body").SelectMany(each => Texts.Of(each.Value))
        .Select(text => $"--part\r\nContent-Disposition: form-data; name=\"{input.Name}\"{((string?)input.Schema["format"] == "binary" ? "; filename=\"file\"" : "")}\r\n\r\n{text}\r\n");

    private IEnumerable<(string Name, string Text)> TextsOf(string source) =>
        Values.Where(each => each.Input.Source == source && each.Input.Name is not null)
            .SelectMany(each => Texts.Of(each.Value).Select(text => (each.Input.Name!, text)));

    private static string Encode((string Name, string Text) pair) => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Text)}";
}

/// <summary>Values that are sent outside of JSON: as the text of a parameter or of a form's field, a list as several.</summary>
internal static class Texts
{
    public static IEnumerable<string> Of(JsonNode? value) =>
        value is JsonArray list ? list.SelectMany(Of) : value is null ? [] : [value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString()];

    /// <summary>What a text means, to a schema that has no strings.</summary>
    public static JsonNode? Parse(string text)
    {
        try
        {
            return text.Trim() == text && JsonNode.Parse(text) is JsonValue value && value.GetValueKind() != JsonValueKind.String ? value : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    /// <summary>Whether a value can be sent there and is the same when it comes back.</summary>
    public static bool CanCarry(Input input, JsonNode? value) => input.Name is null || (value is JsonArray list
        ? list.Count > 0 && list.All(item => item is JsonValue && CanCarry(input, item))
        : value is JsonValue && Of(value).Single() is var text && input.Source switch
        {
            // No path has an empty segment, and a slash in one is not decoded.
            "path" => text is not ("" or "." or "..") && !text.AsSpan().ContainsAny("/\0"),
            "header" => text.Length > 0 && text.Trim() == text && text.All(letter => letter is >= ' ' and <= '~'),
            // The address of a request is not endless.
            "query" => Uri.EscapeDataString(text).Length < 2000,
            _ => true,
        });
}
