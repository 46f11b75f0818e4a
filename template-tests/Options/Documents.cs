using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>The documents of the template, which tell the contract of each scaffold, and what an option makes of one.</summary>
internal static class Documents
{
    public static IReadOnlyList<Combination> All { get; } = Combinations.Product("auth", "errors", "naming", "sample");

    public static string Folder { get; } = Path.Combine(Repository.Template, ".variants", "openapi");

    /// <summary>JSON that a reader, and a regular expression, can read.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Name(Combination made) =>
        $"{made["auth"]}-{made["errors"]}-{made["naming"]}-{(made.Has("sample") ? "items" : "empty")}";

    public static string FileOf(Combination made) => Equals(made, Combinations.Default)
        ? Path.Combine(Repository.Template, "openapi.json")
        : Path.Combine(Folder, Name(made), "openapi.json");

    public static JsonObject Of(Combination made) => JsonNode.Parse(File.ReadAllText(FileOf(made)))!.AsObject();

    /// <summary>Takes out what the sample adds.</summary>
    public static JsonObject WithoutSample(JsonObject document)
    {
        Drop(document["paths"]!.AsObject(), path => path.StartsWith("/items", StringComparison.Ordinal));
        Drop(document["tags"]!.AsArray(), tag => tag["name"]!.GetValue<string>() == "items");
        WithoutUnused(document);
        DropEmpty(document["components"]!.AsObject());
        Drop(document, member => member is "tags" && document[member]!.AsArray().Count == 0);
        return document;
    }

    /// <summary>Takes out the bodies of errors, and what the text says of them.</summary>
    public static JsonObject WithoutErrors(JsonObject document)
    {
        // In FastAPI's format a form has a name, as there.
        foreach (var body in Operations(document).Select(operation => operation["requestBody"]?["content"]).OfType<JsonObject>().SelectMany(content => content))
        {
            if ($"{body.Value!["schema"]!["$ref"]}".Contains("/Body_", StringComparison.Ordinal))
            {
                body.Value["schema"] = Resolve(document, body.Value["schema"]!).DeepClone();
            }
        }
        var own = Operations(document).SelectMany(operation => operation["responses"]!.AsObject()).Where(answer => answer.Key[0] is '4' or '5');
        foreach (var answer in own.Concat(document["components"]?["responses"]?.AsObject() ?? []))
        {
            answer.Value!.AsObject().Remove("content");
        }

        var info = document["info"]!;
        info["description"] = Regex.Replace(info["description"]!.GetValue<string>(), @"Every error [^.]*?(RFC \d+[^.]*|FastAPI[^.]*)\. ", "");
        return WithoutUnused(document);
    }

    /// <summary>Writes every name of several words as snake_case does.</summary>
    public static JsonObject InSnakeCase(JsonObject document)
    {
        var names = Names(document);
        var text = Regex.Replace(document.ToJsonString(Plain), @"(?<![\w/#])[a-z]+[A-Z]\w*", match =>
            names.Contains(match.Value) ? JsonNamingPolicy.SnakeCaseLower.ConvertName(match.Value) : match.Value);
        return JsonNode.Parse(text)!.AsObject();
    }

    public static IEnumerable<JsonObject> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Where(member => member.Key is "get" or "put" or "post" or "delete" or "patch").Select(member => member.Value!.AsObject());

    /// <summary>What stands at a reference, or what is none itself.</summary>
    public static JsonNode Resolve(JsonObject document, JsonNode node) => node["$ref"] is JsonValue reference
        ? reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)document, (inside, part) => inside[part]!)
        : node;

    // What a body, a query, a header and an address name, and how an operation is called.
    private static HashSet<string> Names(JsonObject document) =>
    [
        .. Nodes<JsonObject>(document).Select(schema => schema["properties"]).OfType<JsonObject>().SelectMany(members => members.Select(member => member.Key)),
        .. Nodes<JsonObject>(document).Where(parameter => parameter.ContainsKey("in")).Select(parameter => parameter["name"]!.GetValue<string>()),
        .. Operations(document).Select(operation => operation["operationId"]!.GetValue<string>()),
    ];

    private static JsonObject WithoutUnused(JsonObject document)
    {
        foreach (var kind in new[] { "responses", "schemas" })
        {
            var named = document["components"]?[kind]?.AsObject() ?? [];
            while (named.Select(each => each.Key).FirstOrDefault(name => !IsUsed(document, $"#/components/{kind}/{name}")) is { } unused)
            {
                named.Remove(unused);
            }
        }

        return document;
    }

    private static bool IsUsed(JsonObject document, string place) =>
        Nodes<JsonObject>(document).Any(node => node["$ref"] is JsonValue reference && reference.GetValue<string>() == place);

    private static IEnumerable<T> Nodes<T>(JsonNode? node)
        where T : JsonNode =>
        node is null ? [] :
        (node is T found ? new[] { found } : []).Concat(node switch
        {
            JsonObject members => members.SelectMany(member => Nodes<T>(member.Value)),
            JsonArray items => items.SelectMany(Nodes<T>),
            _ => [],
        });

    private static void Drop(JsonObject members, Func<string, bool> which)
    {
        foreach (var name in members.Select(member => member.Key).Where(which).ToList())
        {
            members.Remove(name);
        }
    }

    // A document does not write what is empty, but for its paths.
    private static void DropEmpty(JsonObject members) =>
        Drop(members, name => name != "paths" && members[name] is JsonObject { Count: 0 } or JsonArray { Count: 0 });

    private static void Drop(JsonArray items, Func<JsonNode, bool> which)
    {
        foreach (var item in items.Where(item => which(item!)).ToList())
        {
            items.Remove(item);
        }
    }
}
