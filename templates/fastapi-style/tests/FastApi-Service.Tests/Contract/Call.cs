using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>One request, and what is expected of its answer.</summary>
/// <param name="What">Why it is sent, in a few words.</param>
/// <param name="Status">The one that must come; null for whatever the document allows to a valid request.</param>
internal sealed record Call(Operation Operation, string What, IReadOnlyList<(Input Input, JsonNode? Value)> Values, int? Status = null)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where a 422 must name a fault.</summary>
    public IReadOnlyList<object>? Place { get; init; }

    /// <summary>In place of the body that the values make.</summary>
    public (string? ContentType, byte[] Bytes)? RawBody { get; init; }

    /// <summary>What stands in place of the token of a user.</summary>
    public string? Token { get; init; } = "$TOKEN";

    /// <summary>Whether the characters of JSON are sent as they are, rather than escaped.</summary>
    public bool IsReadable { get; init; } = true;

    public HttpRequestMessage ToRequest(string token)
    {
        var request = new HttpRequestMessage(Operation.Method, Address);
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("$TOKEN", token, StringComparison.Ordinal));
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
        static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'".Replace("$TOKEN'", "'\"$TOKEN\"", StringComparison.Ordinal);
        var headers = Headers.Concat(Body?.ContentType is { } type ? [("Content-Type", type)] : []);
        var body = Body is var (_, bytes) ? $" --data-binary {Quote(Encoding.UTF8.GetString(bytes))}" : "";
        return $"curl -i -X {Operation.Method} {Quote($"http://localhost{Address}")}"
            + string.Concat(headers.Select(header => $" -H {Quote($"{header.Item1}: {header.Item2}")}"))
            + (body.Length > 1500 ? $"{body[..1500]}… ({body.Length} characters)" : body);
    }

    private string Address => TextsOf("path").Aggregate(Operation.Path, (path, parameter) =>
        path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Text), StringComparison.Ordinal))
        + (TextsOf("query").Any() ? $"?{string.Join('&', TextsOf("query").Select(Encode))}" : "");

    private IEnumerable<(string Name, string Text)> Headers =>
        TextsOf("header").Concat(Operation.Secured && Token is not null ? [("Authorization", $"Bearer {Token}")] : []);

    private (string? ContentType, byte[] Bytes)? Body => RawBody ?? Operation.ContentType switch
    {
        null => null,
        Document.JsonBody => Values.FirstOrDefault(each => each.Input.Name is null) is (not null, var value)
            ? (Document.JsonBody, JsonSerializer.SerializeToUtf8Bytes(value, IsReadable ? Readable : null)) : null,
        Document.Multipart => ($"{Document.Multipart}; boundary=part", Encoding.UTF8.GetBytes(string.Concat(TextsOf("body").Select(each =>
            $"--part\r\nContent-Disposition: form-data; name=\"{each.Name}\"{(IsFile(each.Name) ? "; filename=\"file\"" : "")}\r\n\r\n{each.Text}\r\n")) + "--part--\r\n")),
        var form => (form, Encoding.UTF8.GetBytes(string.Join('&', TextsOf("body").Select(Encode)))),
    };

    private IEnumerable<(string Name, string Text)> TextsOf(string source) => Values.Where(each => each.Input.Source == source && each.Input.Name is not null)
        .SelectMany(each => Texts.Of(each.Value).Select(text => (each.Input.Name!, text)));

    private bool IsFile(string name) => Operation.Inputs.Any(input => input.Name == name && (string?)input.Schema["format"] == "binary");

    private static string Encode((string Name, string Text) pair) => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Text)}";
}

/// <summary>Values that are sent outside of JSON: as the text of a parameter or of a form's field, a list as several.</summary>
internal static class Texts
{
    /// <summary>Of a number, the plainest spelling.</summary>
    public static IEnumerable<string> Of(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.SelectMany(Of),
        _ when value.GetValueKind() == JsonValueKind.String => [(string)value!],
        _ => [SchemaCheck.Decimal(value)?.ToString("0.############################", CultureInfo.InvariantCulture) ?? value.ToJsonString()],
    };

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
            // A part of a form loses a byte order mark.
            _ => !text.StartsWith('\uFEFF'),
        });
}
