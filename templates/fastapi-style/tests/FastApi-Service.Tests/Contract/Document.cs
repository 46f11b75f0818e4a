using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>One value that an operation takes: a parameter, a field of a form, or (without a name) the JSON body.</summary>
/// <param name="Source">The first part of its <c>loc</c>; a form is a body.</param>
internal sealed record Input(string Source, string? Name, bool Required, JsonNode Schema)
{
    public object[] Place => Name is null ? [Source] : [Source, Name];
}

internal sealed record Operation(string Id, HttpMethod Method, string Path, JsonObject Json, IReadOnlyList<Input> Inputs)
{
    public bool Secured => Json["security"] is JsonArray { Count: > 0 };

    public JsonObject Responses => Json["responses"]!.AsObject();

    /// <summary>The content type of its body, as far as this attack can send one.</summary>
    public string? ContentType { get; init; }

    public bool BodyRequired => (bool?)Json["requestBody"]?["required"] ?? false;
}

/// <summary>The alternatives of a schema, each without <c>$ref</c>, <c>anyOf</c> and <c>oneOf</c>.</summary>
internal sealed record Variants(IReadOnlyList<JsonObject> All, bool OnlyOne);

/// <summary>The document that the service serves.</summary>
internal sealed class Document(JsonObject root)
{
    private readonly Dictionary<JsonNode, Variants> variants = [];

    /// <summary>Those that create come first and those that delete last, so that there is something to work with.</summary>
    public IReadOnlyList<Operation> Operations =>
    [
        .. root["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject()
                .Where(member => member.Value is JsonObject)
                .Select(member => OperationOf(path.Key, member.Key, member.Value!.AsObject(), path.Value["parameters"] as JsonArray)))
            .OrderBy(operation => operation.Method == HttpMethod.Post ? 0 : operation.Method == HttpMethod.Delete ? 2 : 1),
    ];

    public JsonNode Resolve(JsonNode node)
    {
        while (node is JsonObject && (string?)node["$ref"] is { } reference)
        {
            node = reference.Split('/').Skip(1).Aggregate((JsonNode)root, (parent, part) =>
                parent[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]
                ?? throw new InvalidOperationException($"The document refers to {reference}, which it does not hold."));
        }
        return node;
    }

    public Variants Variants(JsonNode schema)
    {
        if (!variants.TryGetValue(schema, out var found))
        {
            variants[schema] = found = Expand(schema);
        }
        return found;
    }

    private Variants Expand(JsonNode schema)
    {
        if (schema is not JsonObject described)
        {
            return new((bool)schema ? [[]] : [], false);
        }
        var own = new JsonObject();
        List<Variants> parts = [];
        foreach (var (keyword, argument) in described)
        {
            switch (keyword)
            {
                case "$ref":
                    parts.Add(Variants(Resolve(new JsonObject { [keyword] = argument!.DeepClone() })));
                    break;
                case "allOf":
                    parts.AddRange(argument!.AsArray().Select(part => Variants(part!)));
                    break;
                case "anyOf" or "oneOf":
                    var alternatives = argument!.AsArray().Select(part => Variants(part!)).ToList();
                    parts.Add(new([.. alternatives.SelectMany(part => part.All)], keyword == "oneOf" || alternatives.Any(part => part.OnlyOne)));
                    break;
                default:
                    own[keyword] = argument?.DeepClone();
                    break;
            }
        }
        return parts.Aggregate(new Variants([own], false), (merged, part) => new(
            [.. merged.All.SelectMany(left => part.All.Select(right => Merge(left, right)))], merged.OnlyOne || part.OnlyOne));
    }

    /// <summary>What both say; of two arguments of one keyword, the second goes to <c>allOf</c>.</summary>
    private static JsonObject Merge(JsonObject left, JsonObject right)
    {
        var merged = left.DeepClone().AsObject();
        foreach (var (keyword, argument) in right)
        {
            switch (keyword, merged[keyword])
            {
                case (_, null):
                    merged[keyword] = argument?.DeepClone();
                    break;
                case ("properties", JsonObject members):
                    foreach (var (name, schema) in argument!.AsObject())
                    {
                        members[name] = members[name] is { } other
                            ? new JsonObject { ["allOf"] = new JsonArray(other.DeepClone(), schema!.DeepClone()) }
                            : schema!.DeepClone();
                    }
                    break;
                case ("required" or "x-rules" or "allOf", JsonArray list):
                    foreach (var each in argument!.AsArray().Where(each => !list.Any(other => JsonNode.DeepEquals(each, other))))
                    {
                        list.Add(each?.DeepClone());
                    }
                    break;
                case (_, var other) when !JsonNode.DeepEquals(other, argument) && !SchemaCheck.IsAnnotation(keyword):
                    merged["allOf"] ??= new JsonArray();
                    merged["allOf"]!.AsArray().Add((JsonNode)new JsonObject { [keyword] = argument?.DeepClone() });
                    break;
            }
        }
        return merged;
    }

    private Operation OperationOf(string path, string method, JsonObject json, JsonArray? shared)
    {
        var inputs = new[] { shared, json["parameters"] as JsonArray }.SelectMany(list => list ?? []).Select(parameter => Resolve(parameter!))
            .Select(parameter => new Input(
                (string)parameter["in"]!, (string)parameter["name"]!, (bool?)parameter["required"] ?? false, parameter["schema"]!))
            .ToList();
        var content = (json["requestBody"] is { } body ? Resolve(body)["content"] : null)?.AsObject();
        var type = new[] { "application/json", "application/x-www-form-urlencoded" }.FirstOrDefault(each => content?[each] is not null);
        if (type == "application/json")
        {
            inputs.Add(new("body", null, true, content![type]!["schema"]!));
        }
        else if (type is not null && Variants(content![type]!["schema"]!).All is [var form])
        {
            inputs.AddRange(form["properties"]!.AsObject().Select(field => new Input(
                "body", field.Key, form["required"] is JsonArray required && required.Any(name => (string)name! == field.Key), field.Value!)));
        }
        return new((string?)json["operationId"] ?? $"{method} {path}", HttpMethod.Parse(method), path, json, inputs) { ContentType = type };
    }
}
