using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

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

    public Credentials Credentials { get; init; }

    /// <summary>The header with the tag that a client has read; without a text, none is sent. Null where nothing is said of it.</summary>
    public (string Name, string? Tag)? Condition { get; init; }

    /// <summary>Whether the characters of JSON are sent as they are, rather than escaped.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>The address without its query.</summary>
    public string Path => TextsOf("path").Aggregate(Operation.Path, (path, parameter) =>
        path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Text), StringComparison.Ordinal));

    /// <summary>The JSON body, or the fields of the form as an object.</summary>
    public JsonNode? BodyValue => Operation.ContentType == MediaTypes.Json ? Values.FirstOrDefault(each => each.Input.Name is null).Value
        : new JsonObject(Values.Where(each => each.Input.Source == "body").Select(each => KeyValuePair.Create(each.Input.Name!, each.Value?.DeepClone())));

    /// <param name="own">The credentials of the client.</param>
    public HttpRequestMessage ToRequest(IReadOnlyList<Credential> own)
    {
        var request = new HttpRequestMessage(Operation.Method, AddressWith(own));
        foreach (var (name, value) in HeadersWith(own))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        if (Body is var (type, bytes))
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }
        return request;
    }

    /// <summary>The command that sends the same, without the secrets.</summary>
    public string ToCurl(IReadOnlyList<Credential> own)
    {
        static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'".Replace("$TOKEN'", "'\"$TOKEN\"", StringComparison.Ordinal);
        own = [.. own.Select(credential => credential.Hidden)];
        var headers = HeadersWith(own).Concat(Body?.ContentType is { } type ? [("Content-Type", type)] : []);
        var body = Body is var (_, bytes) ? $" --data-binary {Quote(Encoding.UTF8.GetString(bytes))}" : "";
        return $"curl -i -X {Operation.Method} {Quote($"http://localhost{AddressWith(own)}")}"
            + string.Concat(headers.Select(header => $" -H {Quote($"{header.Name}: {header.Text}")}"))
            + (body.Length > 1500 ? $"{Excerpt.Of(body, 1500)} ({body.Length} characters)" : body);
    }

    private string AddressWith(IReadOnlyList<Credential> own)
    {
        var query = Encode(TextsOf("query").Concat(SignedIn("query", own)));
        return query == "" ? Path : $"{Path}?{query}";
    }

    private IEnumerable<(string Name, string Text)> HeadersWith(IReadOnlyList<Credential> own) =>
        TextsOf("header").Concat(SignedIn("header", own)).Where(header => header.Name != "Cookie").Concat(Cookies(own))
            .Concat(Condition is (var name, { } tag) ? [(name, tag)] : []);

    /// <summary>All in one header, as RFC 6265 §5.4 wants it.</summary>
    private IEnumerable<(string Name, string Text)> Cookies(IReadOnlyList<Credential> own)
    {
        var cookies = TextsOf("cookie").Select(cookie => $"{cookie.Name}={Uri.EscapeDataString(cookie.Text)}")
            .Concat(SignedIn("header", own).Where(header => header.Name == "Cookie").Select(header => header.Text))
            .ToList();
        return cookies.Count == 0 ? [] : [("Cookie", string.Join("; ", cookies))];
    }

    private IEnumerable<(string Name, string Text)> SignedIn(string source, IReadOnlyList<Credential> own) =>
        (Credentials == Credentials.Missing ? [] : own)
        .Select(credential => Credentials == Credentials.Forged ? credential.Forged : credential)
        .Where(credential => credential.Scheme.Source == source && credential.Secret is not null)
        .Select(credential => (credential.Scheme.Name, $"{credential.Prefix}{credential.Secret}"));

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
        var isFile = Operation.Inputs.Any(input => input.Name == field.Name && input.Schema.IsFile());
        return $"--part\r\nContent-Disposition: form-data; name=\"{field.Name}\"{(isFile ? "; filename=\"file\"" : "")}\r\n\r\n{field.Text}\r\n";
    }

    private static string Encode(IEnumerable<(string Name, string Text)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Text)}"));
}
