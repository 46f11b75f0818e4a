using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>Whether an answer is what the call expects and what the document says.</summary>
internal sealed class AnswerCheck(Document document, SchemaCheck check)
{
    /// <summary>Of the protocol or of the server, and no part of what an operation says.</summary>
    private static readonly HashSet<string> Infrastructure = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Date", "Server", "Transfer-Encoding", "Cache-Control", "Pragma", "Vary", "Allow", "traceparent", "ETag",
    };

    public IEnumerable<string> Find(Call call, HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        JsonNode? json = null;
        var isJson = answer.Content.Headers.ContentType?.MediaType is { } media
            && (media.EndsWith("/json", StringComparison.Ordinal) || media.EndsWith("+json", StringComparison.Ordinal));
        string? malformed = null;
        try
        {
            json = isJson && body.Length > 0 ? JsonNode.Parse(body) : null;
        }
        catch (JsonException exception)
        {
            malformed = exception.Message;
        }
        return malformed is not null ? [$"an answer that is no JSON: {malformed}"]
            : status >= 500 ? [$"{status}, which no request may cause"]
            : OfExpectation(call, status, json).Concat(OfDocument(call.Operation, status, answer, body, json, isJson));
    }

    private IEnumerable<string> OfExpectation(Call call, int status, JsonNode? json)
    {
        var faults = ((json as JsonObject)?["errors"] as JsonArray ?? []).Select(fault => (fault?["loc"] as JsonArray ?? [])
            .Select(part => part!.GetValueKind() == JsonValueKind.Number ? (object)(int)part : (string)part!).ToList()).ToList();
        if (call.Statuses is [])
        {
            return status is 401 or 405 or 406 or 413 or 415 or 429 || (status == 422 && !(faults.Count > 0 && faults.All(loc => HasRules(call.Operation, loc))))
                ? [$"expected that it is taken, for the document allows it, and got {status}{At(faults)}"]
                : [];
        }
        var broken = call.Place is null ? call.What : $"{call.What} at {string.Join('.', call.Place)}";
        return !call.Statuses.Contains(status) ? [$"expected {string.Join(" or ", call.Statuses)} for {broken}, and got {status}"]
            : status == 422 && call.Place is { } place && !faults.Any(loc => loc.Count >= place.Count && loc.Take(place.Count).SequenceEqual(place))
                ? [$"expected that the 422 names {broken}, and got one{At(faults)}"]
            : [];
    }

    /// <summary>The items of a list count as one place.</summary>
    private static string At(List<List<object>> faults) =>
        string.Concat(faults.Select(loc => string.Join('.', loc.Select(part => part is int ? "*" : part))).Distinct().Take(4).Select(loc => $" at {loc}"));

    private IEnumerable<string> OfDocument(Operation operation, int status, HttpResponseMessage answer, string body, JsonNode? json, bool isJson)
    {
        var response = operation.Responses[$"{status}"] ?? operation.Responses[$"{status / 100}XX"] ?? operation.Responses["default"];
        if (response is null)
        {
            yield return $"{status}, which is not documented";
            yield break;
        }
        response = document.Resolve(response);
        var type = answer.Content.Headers.ContentType?.MediaType;
        var content = response["content"] as JsonObject ?? [];
        if (content.Count == 0 ? body.Length > 0 || type is not null : type is null || content[type] is null)
        {
            yield return $"{status} with a body of type '{type}', where the document says '{string.Join(", ", content.Select(each => each.Key))}'";
        }
        else if (isJson && content[type!]!["schema"] is { } schema)
        {
            foreach (var mismatch in check.Find(schema, json, closed: true).Take(3))
            {
                yield return $"{status} whose body is not as documented: {mismatch}";
            }
        }
        var documented = (response["headers"] as JsonObject ?? []).ToDictionary(
            header => header.Key, header => document.Resolve(header.Value!), StringComparer.OrdinalIgnoreCase);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var name in headers.Keys.Where(name => !documented.ContainsKey(name) && !Infrastructure.Contains(name)
            && !name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"{status} with the header {name}, which is not documented";
        }
        foreach (var (name, header) in documented)
        {
            if (!headers.TryGetValue(name, out var text))
            {
                if ((bool?)header["required"] == true)
                {
                    yield return $"{status} without the header {name}";
                }
            }
            else if (header["schema"] is { } schema && !check.Matches(schema, text) && !check.Matches(schema, Texts.Parse(text)))
            {
                yield return $"{status} with a header that is not as documented: {name}: {text}";
            }
        }
    }

    /// <summary>Whether the document says of the place of a fault, or of what holds it, that it has rules beyond a schema.</summary>
    private bool HasRules(Operation operation, List<object> loc)
    {
        if (operation.Json["x-rules"] is not null && loc.Count <= 2)
        {
            return true;
        }
        return operation.Inputs.Where(input => loc.Take(input.Place.Length).SequenceEqual(input.Place))
            .Any(input => HasRules(input.Schema, loc[input.Place.Length..]));
    }

    private bool HasRules(JsonNode schema, List<object> rest) => document.Variants(schema).All.Any(variant =>
        (variant["x-rules"] is not null && (variant["properties"] is null || rest.Count <= 1))
        || (rest is [var first, ..]
            && (first is int ? variant["items"] : variant["properties"]?[(string)first] ?? variant["additionalProperties"] as JsonObject) is { } child
            && HasRules(child, rest[1..])));
}
