using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>The requests that are sent to one operation.</summary>
/// <param name="seen">Bodies of answers and the paths that gave them, so that later requests ask for what is there.</param>
internal sealed class Attack(Operation operation, Document document, SchemaCheck check, List<(string Path, JsonObject Body)> seen, Random random)
{
    private readonly SchemaValues values = new(document, check, random);

    /// <summary>Requests that the document allows; without end.</summary>
    public IEnumerable<Call> Valid()
    {
        var first = Plain();
        yield return new(operation, "valid", first);
        yield return new(operation, "valid, once more", first);
        var least = operation.Inputs.Where(input => input.Required).Select(Least);
        yield return new(operation, "valid, with nothing that may be left out", [.. least]) { IsReadable = false };
        yield return new(operation, "valid, with an unknown query parameter", [.. first, (new("query", "x-unknown", false, true), new JsonArray(1, 2))]);
        if (operation.ContentType is not null && !operation.BodyRequired)
        {
            yield return new(operation, "valid, without a body", [.. first.Where(each => each.Input.Source != "body")]) { RawBody = (null, []) };
        }
        while (true)
        {
            var some = operation.Inputs.Where(input => input.Required || random.Next(2) == 0);
            yield return new(operation, "valid", [.. some.Select(input => (input, ValueOf(input, plain: false)))]) { IsReadable = random.Next(2) == 0 };
        }
    }

    /// <summary>Requests that break one constraint each, and some that are not even that.</summary>
    /// <param name="unbroken">Takes the constraints for which there is none.</param>
    public IEnumerable<Call> Broken(HashSet<string> unbroken) =>
        (operation.Secured ? new[] { null, "forged" } : []).SelectMany(token => new Call[]
        {
            new(operation, $"token {token ?? "missing"}", Plain(), 401) { Token = token },
            new(operation, $"token {token ?? "missing"}, and nothing else", [], 401) { Token = token },
        })
        .Concat(operation.Inputs.SelectMany(input => BrokenInput(input, unbroken)))
        .Concat(BrokenBody());

    private IEnumerable<Call> BrokenInput(Input input, HashSet<string> unbroken)
    {
        Call Refused(string what, params JsonNode?[] sent) =>
            new(operation, what, [.. Plain().Where(each => each.Input != input), .. sent.Select(value => (input, value))], 422) { Place = input.Place };

        var faults = new SchemaFaults(document, check, values, random);
        foreach (var fault in faults.Of(input.Schema))
        {
            if (input.Name is null || (Texts.CanCarry(input, fault.Value) && !check.Matches(input.Schema, AsRead(input, fault.Value))))
            {
                // A form with U+0000 cannot be read at all.
                var isUnreadable = input is { Source: "body", Name: not null } && fault.Value?.ToString().Contains('\0') == true;
                yield return Refused($"broken {fault.Keyword}", fault.Value) with { Place = isUnreadable ? ["body"] : [.. input.Place, .. fault.Place] };
            }
        }
        unbroken.UnionWith(faults.Unbroken.Select(constraint => $"{string.Join('.', input.Place)}: {constraint}"));
        if (input is { Name: not null, Required: true } and not { Source: "path" })
        {
            yield return Refused("missing");
        }
        if (input is { Name: not null, Source: "query" or "body" } && !IsList(input))
        {
            yield return Refused("sent twice", ValueOf(input, plain: true), ValueOf(input, plain: true));
        }
    }

    private IEnumerable<Call> BrokenBody()
    {
        if (operation.ContentType is not { } expected)
        {
            yield break;
        }
        Call Raw(string what, byte[] bytes, string? type, int status = 422) =>
            new(operation, what, Plain(), status) { RawBody = (type, bytes), Place = status == 422 ? ["body"] : null };
        foreach (var type in new[] { "text/plain", "application/xml", expected == Document.JsonBody ? Document.Form : Document.JsonBody, null })
        {
            yield return Raw($"content type {type ?? "missing"}", "{}"u8.ToArray(), type, 415);
        }
        if (operation.BodyRequired && operation.Inputs.Any(input => input is { Source: "body", Required: true }) && expected != Document.Multipart)
        {
            yield return Raw("empty body", [], expected);
        }
        if (expected != Document.JsonBody)
        {
            yield break;
        }
        var whole = Plain().Single(each => each.Input.Name is null && each.Input.Source == "body").Value;
        var json = whole?.ToJsonString() ?? "null";
        foreach (var text in new[] { "{", $"{json}}}", $"{json} {json}", "nonsense", "{'a':1}", "{\"a\":NaN}", "[1,]", "// no\n{}", "\"\uD83D", "\0" })
        {
            yield return Raw("malformed JSON", Encoding.UTF8.GetBytes(text), expected);
        }
        if (json.IndexOf(":\"", StringComparison.Ordinal) is > 0 and var at)
        {
            yield return Raw("invalid UTF-8", [.. Encoding.UTF8.GetBytes(json[..(at + 2)]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(json[(at + 2)..])], expected);
        }
        if ((whole as JsonObject)?.FirstOrDefault().Key is { } name)
        {
            var twice = $"{json[..^1]},{JsonSerializer.Serialize(name)}:{whole[name]?.ToJsonString() ?? "null"}}}";
            yield return Raw("a member twice", Encoding.UTF8.GetBytes(twice), expected) with { Place = ["body", name] };
        }
    }

    private List<(Input Input, JsonNode? Value)> Plain() => [.. operation.Inputs.Select(input => (input, ValueOf(input, plain: true)))];

    /// <summary>Of an object only the members that it must have.</summary>
    private (Input Input, JsonNode? Value) Least(Input input) => (input, ValueOf(input, plain: true) switch
    {
        JsonObject members when document.Variants(input.Schema) is [var schema] => Document.Only(members, Document.Strings(schema["required"]).Contains),
        var value => value,
    });

    private JsonNode? ValueOf(Input input, bool plain)
    {
        List<JsonNode?> known = [];
        if (input.Source == "path" && random.Next(2) == 0)
        {
            var parent = operation.Path[..operation.Path.IndexOf($"{{{input.Name}}}", StringComparison.Ordinal)].TrimEnd('/');
            known = [.. seen.Where(answer => answer.Path == parent).Select(answer => answer.Body[input.Name!] ?? answer.Body["id"])];
        }
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var value = attempt < 20 && known.Count > 0 ? known[random.Next(known.Count)]?.DeepClone()
                : values.Next(input.Schema, plain, input.Name is null ? 0 : 2);
            if (input.Name is null || (Texts.CanCarry(input, value) && check.Matches(input.Schema, AsRead(input, value))))
            {
                return value;
            }
        }
        throw new InvalidOperationException($"No value was found for {string.Join('.', input.Place)}: give its schema an example.");
    }

    /// <summary>What a value is to the schema after it was sent as text.</summary>
    private JsonNode? AsRead(Input input, JsonNode? value)
    {
        JsonNode? Read(string text, JsonNode schema) => document.Types(schema).Contains("string") ? text : Texts.Parse(text);
        var texts = Texts.Of(value);
        return !IsList(input) ? Read(texts.Single(), input.Schema)
            : new JsonArray([.. texts.Select(text => Read(text, document.Variants(input.Schema)[0]["items"] ?? true))]);
    }

    private bool IsList(Input input) => document.Types(input.Schema).Contains("array");
}
