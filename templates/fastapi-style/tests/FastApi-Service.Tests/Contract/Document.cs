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
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";

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

    /// <summary>Keywords that this test does not know, wherever they stand: it would not see whether the service keeps them.</summary>
    public IEnumerable<string> UnknownKeywords() => Members(root).Where(member => member.Name == "schema").Select(member => member.Value)
        .Concat((root["components"]?["schemas"] as JsonObject ?? []).Select(member => member.Value))
        .SelectMany(SchemaCheck.UnknownKeywords).Distinct();

    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend((member.Key, member.Value))),
        JsonArray list => list.SelectMany(Members),
        _ => [],
    };

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
        var id = (string?)json["operationId"] ?? $"{method} {path}";
        var inputs = (shared ?? []).Concat(json["parameters"] as JsonArray ?? []).Select(each => InputOf(id, Resolve(each!))).ToList();
        if (json["requestBody"] is not { } body)
        {
            return new(id, HttpMethod.Parse(method), path, json, inputs);
        }
        var content = Resolve(body)["content"]!.AsObject();
        var type = new[] { "application/json", Form, Multipart }.FirstOrDefault(content.ContainsKey)
            ?? throw new InvalidOperationException($"{id} takes a body of a type that this test cannot send: teach it in Call.cs.");
        var schema = content[type]!["schema"]!;
        inputs.AddRange(type == "application/json" ? [new("body", null, true, schema)] : Variants(schema).All.Single() is var form
            ? form["properties"]!.AsObject().Select(field => new Input("body", field.Key, IsRequired(form, field.Key), field.Value!)) : []);
        return new(id, HttpMethod.Parse(method), path, json, inputs) { ContentType = type };
    }

    private static Input InputOf(string operation, JsonNode parameter) =>
        parameter["schema"] is not null && (string?)parameter["in"] is "path" or "query" or "header" && (string?)parameter["style"] is null or "form" or "simple"
            ? new((string)parameter["in"]!, (string)parameter["name"]!, (bool?)parameter["required"] ?? false, parameter["schema"]!)
            : throw new InvalidOperationException($"{operation} has a parameter that this test cannot send: teach it in Call.cs: {parameter.ToJsonString()}");

    private static bool IsRequired(JsonObject schema, string member) =>
        schema["required"] is JsonArray required && required.Any(name => (string)name! == member);
}
