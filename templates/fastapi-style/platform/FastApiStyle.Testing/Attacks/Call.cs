using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

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
            + string.Concat(headers.Select(header => $" -H {Quote($"{header.Name}: {header.Text}")}"))
            + (body.Length > 1500 ? $"{Excerpt.Of(body, 1500)} ({body.Length} characters)" : body);
    }

    private string Address => TextsOf("path").Aggregate(Operation.Path, (path, parameter) =>
        path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Text), StringComparison.Ordinal))
        + (TextsOf("query").Any() ? $"?{Encode(TextsOf("query"))}" : "");

    private IEnumerable<(string Name, string Text)> Headers =>
        TextsOf("header").Concat(Operation.Secured && Token is not null ? [("Authorization", $"Bearer {Token}")] : []);

    private (string? ContentType, byte[] Bytes)? Body => RawBody ?? Operation.ContentType switch
    {
        null => null,
        MediaTypes.Json => Values.FirstOrDefault(each => each.Input.Name is null) is (not null, var value)
            ? (MediaTypes.Json, JsonSerializer.SerializeToUtf8Bytes(value, IsReadable ? Readable : null)) : null,
        MediaTypes.Multipart => ($"{MediaTypes.Multipart}; boundary=part", Encoding.UTF8.GetBytes(string.Concat(TextsOf("body").Select(PartOf)) + "--part--\r\n")),
        var form => (form, Encoding.UTF8.GetBytes(Encode(TextsOf("body")))),
    };

    private IEnumerable<(string Name, string Text)> TextsOf(string source) => Values.Where(each => each.Input.Source == source && each.Input.Name is not null)
        .SelectMany(each => Texts.Of(each.Value).Select(text => (each.Input.Name!, text)));

    private string PartOf((string Name, string Text) field)
    {
        var isFile = Operation.Inputs.Any(input => input.Name == field.Name && (string?)input.Schema["format"] == "binary");
        return $"--part\r\nContent-Disposition: form-data; name=\"{field.Name}\"{(isFile ? "; filename=\"file\"" : "")}\r\n\r\n{field.Text}\r\n";
    }

    private static string Encode(IEnumerable<(string Name, string Text)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Text)}"));
}
