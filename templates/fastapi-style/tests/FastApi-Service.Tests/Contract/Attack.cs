using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>The requests that are sent to one operation.</summary>
internal sealed class Attack(Operation operation, Document document, SchemaCheck check, Seen seen, Random random)
{
    private readonly SchemaValues values = new(document, check);

    /// <summary>Requests that the document allows; without end.</summary>
    public IEnumerable<Call> Valid()
    {
        var first = Plain();
        yield return new(operation, "valid", first);
        yield return new(operation, "valid, once more", first);
        yield return new(operation, "valid, with nothing that may be left out", Required()) { IsReadable = false };
        yield return new(operation, "valid, with an unknown query parameter", Plain()) { ExtraQuery = "x-unknown=1&x-unknown=2" };
        if (operation.ContentType is not null && !operation.BodyRequired)
        {
            yield return new(operation, "valid, without a body", [.. first.Where(each => each.Input.Source != "body")]) { RawBody = (null, []) };
        }
        while (true)
        {
            var some = operation.Inputs.Where(input => input.Required || random.Next(2) == 0);
            yield return new(operation, "valid", [.. some.Select(input => (input, ValueOf(input, plain: false)))])
            {
                IsReadable = random.Next(2) == 0,
            };
        }
    }

    /// <summary>Requests that break one constraint each, and some that are not even that.</summary>
    public IEnumerable<Call> Broken(HashSet<string> unbroken)
    {
        foreach (var token in operation.Secured ? new[] { null, "forged" } : [])
        {
            yield return new(operation, $"{(token is null ? "no" : "a forged")} token", Plain()) { Token = token, Statuses = [401] };
            yield return new(operation, $"{(token is null ? "no" : "a forged")} token and nothing else", []) { Token = token, Statuses = [401] };
        }
        foreach (var input in operation.Inputs)
        {
            Call Refused(string what, params JsonNode?[] sent) =>
                new(operation, what, [.. Plain().Where(each => each.Input != input), .. sent.Select(value => (input, value))])
                {
                    Statuses = [422],
                    Place = input.Place,
                };

            var faults = new SchemaFaults(document, check, values);
            foreach (var fault in faults.Of(input.Schema, random))
            {
                if (input.Name is null || (Texts.CanCarry(input, fault.Value) && !check.Matches(input.Schema, AsRead(input, fault.Value))))
                {
                    yield return Refused($"broken {fault.Keyword}", fault.Value) with
                    {
                        // A form with U+0000 cannot be read at all.
                        Place = input is { Source: "body", Name: not null } && fault.Value?.ToString().Contains('\0') == true ? ["body"] : [.. input.Place, .. fault.Place],
                    };
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
        foreach (var call in operation.ContentType switch { null => [], Document.Form or Document.Multipart => BrokenForm(), _ => BrokenJson() })
        {
            yield return call;
        }
    }

    private IEnumerable<Call> BrokenJson()
    {
        var whole = Plain().Single(each => each.Input is { Source: "body", Name: null }).Value;
        var json = whole?.ToJsonString() ?? "null";
        Call Raw(string what, byte[] bytes, string? type = "") =>
            new(operation, what, Plain()) { RawBody = (type is "" ? operation.ContentType : type, bytes), Statuses = [422], Place = ["body"] };
        foreach (var text in new[] { "{", $"{json}}}", $"{json} {json}", "nonsense", "{'a':1}", "{\"a\":NaN}", "[1,]", "// no\n{}", "\"\uD83D", "\0" })
        {
            yield return Raw("malformed JSON", Encoding.UTF8.GetBytes(text));
        }
        if (operation.BodyRequired)
        {
            yield return Raw("empty body", []);
        }
        if (whole is JsonObject { Count: > 0 } members)
        {
            var (name, value) = members.First();
            yield return Raw("a member twice", Encoding.UTF8.GetBytes($"{json[..^1]},{JsonSerializer.Serialize(name)}:{value?.ToJsonString() ?? "null"}}}")) with
            {
                Place = ["body", name],
            };
            foreach (var broken in members.Where(member => member.Value?.GetValueKind() == JsonValueKind.String).Select(member => member.Key).Take(1))
            {
                var rest = new JsonObject(members.Where(member => member.Key != broken).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
                var start = $"{rest.ToJsonString()[..^1]}{(rest.Count > 0 ? "," : "")}{JsonSerializer.Serialize(broken)}:\"";
                yield return Raw($"invalid UTF-8 in {broken}", [.. Encoding.UTF8.GetBytes(start), 0xC3, 0x28, .. "\"}"u8]);
            }
        }
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", null })
        {
            yield return Raw($"content type {type ?? "missing"}", Encoding.UTF8.GetBytes(json), type) with { Statuses = [415], Place = null };
        }
    }

    private IEnumerable<Call> BrokenForm()
    {
        foreach (var type in new[] { "text/plain", "application/json", null })
        {
            yield return new(operation, $"content type {type ?? "missing"}", Plain())
            {
                RawBody = (type, "{}"u8.ToArray()),
                Statuses = [415],
            };
        }
        if (operation.Inputs.Any(input => input is { Source: "body", Required: true }))
        {
            yield return new(operation, "empty form", [.. Plain().Where(each => each.Input.Source != "body")]) { Statuses = [422], Place = ["body"] };
        }
    }

    private List<(Input Input, JsonNode? Value)> Plain() => [.. operation.Inputs.Select(input => (input, ValueOf(input, plain: true)))];

    private List<(Input Input, JsonNode? Value)> Required() => [.. operation.Inputs.Where(input => input.Required).Select(input =>
    {
        var value = ValueOf(input, plain: true);
        if (input.Name is null && value is JsonObject members && document.Variants(input.Schema).All is [var schema])
        {
            var required = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
            value = new JsonObject(members.Where(member => required.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        }
        return (input, value);
    })];

    private JsonNode? ValueOf(Input input, bool plain)
    {
        if (input.Source == "path" && random.Next(2) == 0 && seen.Find(operation.Path, input.Name!, random) is { } known && check.Matches(input.Schema, AsRead(input, known)))
        {
            return known.DeepClone();
        }
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var value = values.Next(input.Schema, random, plain, input.Name is null ? 0 : 2);
            if (Texts.CanCarry(input, value) && (input.Name is null || check.Matches(input.Schema, AsRead(input, value))))
            {
                return input.Name is null ? value : Plainly(value);
            }
        }
        throw new InvalidOperationException($"No value was found for {string.Join('.', input.Place)}: give its schema an example.");
    }

    /// <summary>Outside of JSON a number has one spelling.</summary>
    private static JsonNode? Plainly(JsonNode? value) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(Plainly)]),
        JsonValue when value.GetValueKind() == JsonValueKind.Number && Exact.Parse(value.ToJsonString()) is var number =>
            JsonNode.Parse(number.IsInteger ? number.Whole.ToString(CultureInfo.InvariantCulture) : number.ToString()),
        _ => value?.DeepClone(),
    };

    /// <summary>What a value is to the schema after it was sent as text.</summary>
    private JsonNode? AsRead(Input input, JsonNode? value)
    {
        JsonNode? Read(string text) => Types(input.Schema).Contains("string") ? text : Texts.Parse(text);
        return !IsList(input) ? Read(Texts.Of(value).Single())
            : new JsonArray([.. Texts.Of(value).Select(text => document.Variants(input.Schema).All[0]["items"] is { } items && Types(items).Contains("string") ? text : Texts.Parse(text))]);
    }

    private bool IsList(Input input) => Types(input.Schema).Contains("array");

    private IEnumerable<string> Types(JsonNode schema) => document.Variants(schema).All
        .SelectMany(variant => variant["type"] is JsonArray several ? several.Select(type => (string)type!) : [(string?)variant["type"] ?? "string"]);
}

/// <summary>Values that answers held, so that later requests ask for what is there.</summary>
internal sealed class Seen
{
    private readonly Dictionary<(string Path, string Name), List<JsonNode>> values = [];

    public void Add(string path, JsonNode? answer)
    {
        foreach (var (name, value) in answer as JsonObject ?? [])
        {
            if (value is JsonValue)
            {
                (values.TryGetValue((path, name), out var list) ? list : values[(path, name)] = []).Add(value);
            }
        }
    }

    /// <summary>A value of that name, or an <c>id</c>, which the path up to the parameter answered with.</summary>
    public JsonNode? Find(string path, string name, Random random)
    {
        var parent = path[..path.IndexOf($"{{{name}}}", StringComparison.Ordinal)].TrimEnd('/');
        var known = values.GetValueOrDefault((parent, name)) ?? values.GetValueOrDefault((parent, "id"));
        return known?[random.Next(known.Count)];
    }
}
