using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>One value that an operation takes: a parameter, a field of a form, or (without a name) the JSON body.</summary>
/// <param name="Source">The first part of its <c>loc</c>; a form is a body.</param>
internal sealed record Input(string Source, string? Name, bool Required, JsonNode Schema)
{
    public object[] Place => Name is null ? [Source] : [Source, Name];
}

/// <param name="ContentType">Of its body, the first one where there are several; null where it takes none.</param>
internal sealed record Operation(HttpMethod Method, string Path, JsonObject Json, IReadOnlyList<Input> Inputs, string? ContentType)
{
    public string Id => (string?)Json["operationId"] ?? $"{Method} {Path}";

    public bool Secured => Json["security"] is JsonArray { Count: > 0 };

    public bool BodyRequired => (bool?)Json["requestBody"]?["required"] ?? false;
}

/// <summary>The document that the service serves.</summary>
internal sealed class Document(JsonObject root)
{
    public const string JsonBody = "application/json";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";

    private readonly Dictionary<JsonNode, List<JsonObject>> variants = [];

    /// <summary>Those that create come first and those that delete last, so that there is something to work with.</summary>
    public IReadOnlyList<Operation> Operations =>
    [
        .. root["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(member => member.Value is JsonObject).Select(member =>
                OperationOf(path.Key, HttpMethod.Parse(member.Key), member.Value!.AsObject(), path.Value["parameters"] as JsonArray ?? [])))
            .OrderBy(operation => operation.Method == HttpMethod.Post ? 0 : operation.Method == HttpMethod.Delete ? 2 : 1),
    ];

    /// <summary>Keywords that this test does not know, wherever they stand: it would not see whether the service keeps them.</summary>
    public IEnumerable<string> UnknownKeywords() => Members(root).Where(member => member.Key == "schema").Select(member => member.Value)
        .Concat((root["components"]?["schemas"] as JsonObject ?? []).Select(member => member.Value))
        .SelectMany(SchemaCheck.UnknownKeywords).Distinct();

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

    public JsonNode? ResponseOf(Operation operation, int status)
    {
        var responses = operation.Json["responses"]!;
        return (responses[$"{status}"] ?? responses[$"{status / 100}XX"] ?? responses["default"]) is { } response ? Resolve(response) : null;
    }

    /// <summary>The alternatives of a schema, each without <c>$ref</c>, <c>anyOf</c> and <c>oneOf</c>, which count as the same.</summary>
    public IReadOnlyList<JsonObject> Variants(JsonNode schema) =>
        variants.TryGetValue(schema, out var known) ? known : variants[schema] = Expand(schema);

    /// <summary>The types of a schema; one that names none is of text, as far as parameters go.</summary>
    public IEnumerable<string> Types(JsonNode schema) => Variants(schema).SelectMany(variant => TypesOf(variant).DefaultIfEmpty("string"));

    public static IEnumerable<string> TypesOf(JsonObject variant) => Strings(variant["type"] is JsonValue one ? new JsonArray(one.DeepClone()) : variant["type"]);

    public static IEnumerable<string> Strings(JsonNode? list) => (list as JsonArray ?? []).Select(each => (string)each!);

    /// <summary>A copy with only some members.</summary>
    public static JsonObject Only(JsonNode members, Predicate<string> keep) => new(members.AsObject().Where(member => keep(member.Key))
        .Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone())));

    private List<JsonObject> Expand(JsonNode schema)
    {
        if (schema is not JsonObject described)
        {
            return (bool)schema ? [[]] : [];
        }
        List<JsonObject> all = [[]];
        foreach (var (keyword, argument) in described)
        {
            IEnumerable<IEnumerable<JsonObject>> parts = keyword switch
            {
                "$ref" => [Variants(Resolve(Only(described, member => member == keyword)))],
                "allOf" => argument!.AsArray().Select(Variants!),
                "anyOf" or "oneOf" => [argument!.AsArray().SelectMany(Variants!)],
                _ => [[new JsonObject { [keyword] = argument?.DeepClone() }]],
            };
            all = parts.Aggregate(all, (lefts, rights) => [.. lefts.SelectMany(left => rights.Select(right => Merge(left, right)))]);
        }
        return all;
    }

    /// <summary>What both say; where they say one keyword differently, the second goes to <c>allOf</c>.</summary>
    private static JsonObject Merge(JsonObject left, JsonObject right)
    {
        var merged = left.DeepClone().AsObject();
        foreach (var (keyword, argument) in right)
        {
            if (merged[keyword] is not { } said)
            {
                merged[keyword] = argument?.DeepClone();
            }
            else if (keyword == "properties")
            {
                argument!.AsObject().ToList().ForEach(each => said[each.Key] = new JsonObject { ["allOf"] = new JsonArray(said[each.Key]?.DeepClone() ?? true, each.Value?.DeepClone()) });
            }
            else if (!SchemaCheck.IsAnnotation(keyword) && !JsonNode.DeepEquals(said, argument))
            {
                (merged["allOf"] ??= new JsonArray()).AsArray().Add((JsonNode)new JsonObject { [keyword] = argument?.DeepClone() });
            }
        }
        return merged;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend(member)),
        _ => node is JsonArray list ? list.SelectMany(Members) : [],
    };

    private Operation OperationOf(string path, HttpMethod method, JsonObject json, JsonArray shared)
    {
        List<Input> inputs = [.. shared.Concat(json["parameters"] as JsonArray ?? []).Select(each => InputOf(path, Resolve(each!)))];
        if (json["requestBody"] is not { } body)
        {
            return new(method, path, json, inputs, null);
        }
        var (type, content) = Resolve(body)["content"]!.AsObject().First();
        var schema = content!["schema"]!;
        inputs.AddRange(type switch
        {
            JsonBody => [new("body", null, true, schema)],
            Form or Multipart when Variants(schema).Single() is var form => form["properties"]!.AsObject().Select(field =>
                new Input("body", field.Key, Strings(form["required"]).Contains(field.Key), field.Value!)),
            _ => throw new InvalidOperationException($"{path} takes a body of type {type}, which this test cannot send: teach it in Call.cs."),
        });
        return new(method, path, json, inputs, type);
    }

    private static Input InputOf(string path, JsonNode parameter) =>
        parameter["schema"] is not null && (string?)parameter["in"] is "path" or "query" or "header" && (string?)parameter["style"] is null or "form" or "simple"
            ? new((string)parameter["in"]!, (string)parameter["name"]!, (bool?)parameter["required"] ?? false, parameter["schema"]!)
            : throw new InvalidOperationException($"{path} has a parameter that this test cannot send: teach it in Call.cs: {parameter.ToJsonString()}");
}
