using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>Whether an answer is what the call expects and what the document says.</summary>
internal sealed class AnswerCheck(Document document, SchemaCheck check)
{
    /// <summary>Of the protocol or of the server, and no part of what an operation says.</summary>
    private static readonly string[] Infrastructure =
        ["Content-Type", "Content-Length", "Date", "Server", "Transfer-Encoding", "Cache-Control", "Pragma", "Vary", "Allow", "traceparent", "ETag"];

    public IEnumerable<string> Find(Call call, HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        var type = answer.Content.Headers.ContentType?.MediaType;
        JsonNode? json;
        try
        {
            json = type?.EndsWith("json", StringComparison.Ordinal) == true && body.Length > 0 ? JsonNode.Parse(body) : null;
        }
        catch (JsonException exception)
        {
            return [$"an answer that is no JSON: {exception.Message}"];
        }
        return status >= 500 ? [$"{status}, which no request may cause"]
            : document.ResponseOf(call.Operation, status) is not { } response ? [.. OfExpectation(call, status, json), $"{status}, which is not documented"]
            : [
                .. OfExpectation(call, status, json),
                .. OfContent(response, type, body, json).Concat(OfHeaders(response, answer)).Select(fault => $"{status} {fault}"),
            ];
    }

    private IEnumerable<string> OfExpectation(Call call, int status, JsonNode? json)
    {
        var faults = ErrorAnswers.FaultsIn(json).Select(fault => (fault?["loc"] as JsonArray ?? [])
            .Select(part => part!.GetValueKind() == JsonValueKind.Number ? (object)(int)part : (string)part!).ToList()).ToList();
        // The items of a list count as one place.
        var at = string.Concat(faults.Select(loc => $" at {string.Join('.', loc.Select(part => part is int ? "*" : part))}").Distinct().Take(4));
        if (call.Status is not { } expected)
        {
            return status is 401 or 405 or 406 or 413 or 415 or 429 || (status == 422 && !(faults.Count > 0 && faults.All(loc => HasRules(call.Operation, loc))))
                ? [$"expected that it is taken, for the document allows it, and got {status}{at}"]
                : [];
        }
        var broken = call.Place is null ? call.What : $"{call.What} at {string.Join('.', call.Place)}";
        return status != expected ? [$"expected {expected} for {broken}, and got {status}"]
            : call.Place is { } place && !faults.Any(loc => loc.Take(place.Count).SequenceEqual(place)) ? [$"expected that the 422 names {broken}, and got one{at}"]
            : [];
    }

    private IEnumerable<string> OfContent(JsonNode response, string? type, string body, JsonNode? json)
    {
        var content = response["content"] as JsonObject ?? [];
        return (content.Count == 0 ? body.Length > 0 || type is not null : type is null || content[type] is null)
            ? [$"with a body of type '{type}', where the document says '{string.Join(", ", content.Select(each => each.Key))}'"]
            : json is null || content[type!]!["schema"] is not { } schema ? []
            : check.Find(schema, json, closed: true).Take(3).Select(mismatch => $"whose body is not as documented: {mismatch}");
    }

    private IEnumerable<string> OfHeaders(JsonNode response, HttpResponseMessage answer)
    {
        var documented = (response["headers"] as JsonObject ?? []).ToDictionary(
            header => header.Key, header => document.Resolve(header.Value!), StringComparer.OrdinalIgnoreCase);
        var sent = answer.Headers.Concat(answer.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return sent.Keys.Except(documented.Keys, StringComparer.OrdinalIgnoreCase).Except(Infrastructure, StringComparer.OrdinalIgnoreCase)
            .Where(name => !name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase))
            .Select(name => $"with the header {name}, which is not documented")
            .Concat(documented.Where(header => (bool?)header.Value["required"] == true && !sent.ContainsKey(header.Key))
                .Select(header => $"without the header {header.Key}"))
            .Concat(documented.Where(header => sent.TryGetValue(header.Key, out var text) && header.Value["schema"] is { } schema
                && !check.Matches(schema, text) && !check.Matches(schema, Texts.Parse(text)))
                .Select(header => $"with a header that is not as documented: {header.Key}: {sent[header.Key]}"));
    }

    /// <summary>Whether the document says of the place of a fault, or of what holds it, that it has rules beyond a schema.</summary>
    private bool HasRules(Operation operation, List<object> loc) => (operation.Json["x-rules"] is not null && loc.Count <= 2)
        || operation.Inputs.Any(input => loc.Take(input.Place.Length).SequenceEqual(input.Place) && HasRules(input.Schema, loc[input.Place.Length..]));

    private bool HasRules(JsonNode schema, List<object> rest) => document.Variants(schema).Any(variant =>
        (variant["x-rules"] is not null && (variant["properties"] is null || rest.Count <= 1))
        || (rest is [var first, ..]
            && (first is int ? variant["items"] : variant["properties"]?[(string)first] ?? variant["additionalProperties"] as JsonObject) is { } child
            && HasRules(child, rest[1..])));
}

/// <summary>What went wrong, each fault once: the first ones of an operation with the request to repeat, the others in a line.</summary>
internal sealed class Failures
{
    private readonly Dictionary<(string Operation, string Fault), string> all = [];

    public bool IsEmpty => all.Count == 0;

    public void Add(Operation operation, string fault, string details = "") => all.TryAdd((operation.Id, fault), details);

    public override string ToString() => string.Join('\n', all.GroupBy(failure => failure.Key.Operation).SelectMany(failures => failures
        .Select((failure, index) => $"{failures.Key}: {failure.Key.Fault}{(index < 3 ? failure.Value : "")}").Take(25)
        .Append(failures.Count() > 25 ? $"… and {failures.Count() - 25} more\n" : "")));
}
