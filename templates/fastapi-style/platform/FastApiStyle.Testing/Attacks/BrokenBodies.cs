using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Requests whose body cannot be read: of another type, empty, malformed.</summary>
internal sealed class BrokenBodies(Operation operation, InputValues values)
{
    public IEnumerable<Call> All()
    {
        if (operation.ContentType is not { } expected)
        {
            yield break;
        }
        foreach (var type in new[] { "text/plain", "application/xml", expected == MediaTypes.Json ? MediaTypes.Form : MediaTypes.Json, null })
        {
            yield return new(operation, $"content type {type ?? "missing"}", values.Plain(), 415) { RawBody = (type, "{}"u8.ToArray()) };
        }
        if (operation.BodyRequired && operation.Inputs.Any(input => input is { Source: "body", Required: true }) && expected != MediaTypes.Multipart)
        {
            yield return Unreadable("empty body", []);
        }
        if (expected == MediaTypes.Json)
        {
            foreach (var call in OfJson())
            {
                yield return call;
            }
        }
    }

    private IEnumerable<Call> OfJson()
    {
        var whole = values.Plain().Single(each => each.Input.Name is null && each.Input.Source == "body").Value;
        var json = whole?.ToJsonString() ?? "null";
        foreach (var text in new[] { "{", $"{json}}}", $"{json} {json}", "nonsense", "{'a':1}", "{\"a\":NaN}", "[1,]", "// no\n{}", "\"\uD83D", "\0" })
        {
            yield return Unreadable("malformed JSON", Encoding.UTF8.GetBytes(text));
        }
        if (json.IndexOf(":\"", StringComparison.Ordinal) is > 0 and var at)
        {
            yield return Unreadable("invalid UTF-8", [.. Encoding.UTF8.GetBytes(json[..(at + 2)]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(json[(at + 2)..])]);
        }
        if ((whole as JsonObject)?.FirstOrDefault().Key is { } name)
        {
            var twice = $"{json[..^1]},{JsonSerializer.Serialize(name)}:{whole[name]?.ToJsonString() ?? "null"}}}";
            yield return Unreadable("a member twice", Encoding.UTF8.GetBytes(twice)) with { Place = ["body", name] };
        }
    }

    private Call Unreadable(string what, byte[] bytes) =>
        new(operation, what, values.Plain(), 422) { RawBody = (operation.ContentType, bytes), Place = ["body"] };
}
