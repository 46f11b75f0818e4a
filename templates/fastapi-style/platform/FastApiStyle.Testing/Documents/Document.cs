using System.Text.Json.Nodes;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Documents;

/// <summary>The document that the service serves.</summary>
internal sealed class Document(JsonObject root)
{
    public SchemaVariants Variants { get; } = new(root);

    /// <summary>Those that create come first, and what holds others before what it holds, so that there is something to work with.</summary>
    public IReadOnlyList<Operation> Operations =>
    [
        .. root["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Where(member => member.Value is JsonObject).Select(member =>
                OperationOf(path.Key, HttpMethod.Parse(member.Key), member.Value!.AsObject(), path.Value["parameters"] as JsonArray ?? [])))
            .OrderBy(operation => operation.Method != HttpMethod.Post)
            .ThenBy(operation => operation.Depth),
    ];

    /// <summary>The headers that say who is asking.</summary>
    public IEnumerable<string> SignInHeaders => (root["components"]?["securitySchemes"] as JsonObject ?? [])
        .Select(scheme => Scheme.Of(Resolve(scheme.Value!))).OfType<Scheme>()
        .Where(scheme => scheme.Source == "header").Select(scheme => scheme.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keywords that are not known here, wherever they stand: nothing would tell whether the service keeps them.</summary>
    public IEnumerable<string> UnknownKeywords() => Members(root).Where(member => member.Key == "schema").Select(member => member.Value)
        .Concat((root["components"]?["schemas"] as JsonObject ?? []).Select(member => member.Value))
        .SelectMany(Keywords.UnknownIn).Distinct();

    /// <summary>The tags that tell the shapes of values that may have several.</summary>
    public IReadOnlySet<string> Shapes => Members(root).Where(member => member.Key == "mapping")
        .SelectMany(member => member.Value as JsonObject ?? []).Select(shape => shape.Key).ToHashSet();

    public JsonNode? ResponseOf(Operation operation, int status)
    {
        var responses = operation.Json["responses"]!;
        return (responses[$"{status}"] ?? responses[$"{status / 100}XX"] ?? responses["default"]) is { } response ? Resolve(response) : null;
    }

    public JsonNode Resolve(JsonNode node) => root.Resolve(node);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend(member)),
        _ => node is JsonArray list ? list.SelectMany(Members) : [],
    };

    private Operation OperationOf(string path, HttpMethod method, JsonObject json, JsonArray shared)
    {
        var signIn = SignIn.Of(root, json);
        List<Input> inputs = [.. shared.Concat(json["parameters"] as JsonArray ?? []).Select(each => InputOf(path, Resolve(each!)))];
        var conditions = inputs.Where(input => IsCondition(input, method, json["responses"]!)).ToList();
        inputs.RemoveAll(conditions.Contains);
        List<string> names = [.. conditions.Select(input => input.Name!)];
        if (json["requestBody"] is not { } body)
        {
            return new(method, path, json, inputs, null, signIn) { Conditions = names };
        }
        var (type, content) = Resolve(body)["content"]!.AsObject().First();
        var schema = content!["schema"]!;
        inputs.AddRange(type switch
        {
            MediaTypes.Json => [new("body", null, true, schema, Input.ExampleBeside(content, Resolve))],
            MediaTypes.Form or MediaTypes.Multipart when Variants.Of(schema) is [var form] => FieldsOf(form, Input.ExampleBeside(content, Resolve)),
            _ => throw new ContractException(
                $"{path} takes a body of type {type}, which this test cannot send. It sends {MediaTypes.Json}, "
                + $"{MediaTypes.Form} and {MediaTypes.Multipart}: name one of them first among those that the operation takes."),
        });
        return new(method, path, json, inputs, type, signIn) { Conditions = names };
    }

    private static bool IsCondition(Input input, HttpMethod method, JsonNode responses) => input.Source == "header" && (
        (input.Name == Operation.IfNoneMatch && (responses["304"] ?? (method == HttpMethod.Put ? responses["412"] : null)) is not null)
        || (input.Name == Operation.IfMatch && responses["412"] is not null));

    private static IEnumerable<Input> FieldsOf(JsonObject form, JsonNode? example) => (form["properties"] as JsonObject ?? [])
        .Select(field => new Input("body", field.Key, form["required"].Strings().Contains(field.Key), field.Value!, example?[field.Key]));

    private Input InputOf(string path, JsonNode parameter) =>
        parameter["schema"] is not null && (string?)parameter["in"] is "path" or "query" or "header" or "cookie" && (string?)parameter["style"] is null or "form" or "simple"
            ? new((string)parameter["in"]!, (string)parameter["name"]!, (bool?)parameter["required"] ?? false, parameter["schema"]!, Input.ExampleBeside(parameter, Resolve))
            : throw new ContractException(
                $"{path} has a parameter that this test cannot send. It sends those of a path, a query, a header or a cookie that have a schema "
                + $"and the style form or simple: document it as one of them: {parameter.ToJsonString()}");
}
