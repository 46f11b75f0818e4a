using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Whether an answer is what the call expects and what the document says.</summary>
/// <param name="read">Reads the places of faults from a format that is not known here.</param>
internal sealed class AnswerCheck(Document document, SchemaCheck check, Func<JsonElement, IEnumerable<string>?>? read)
{
    private readonly Expectation expectation = new(document.Variants, document.Shapes);

    /// <param name="hasSucceeded">Whether the operation has done before what it is for.</param>
    public IEnumerable<string> Find(Call call, Answer answer, bool hasSucceeded)
    {
        var status = answer.Status;
        if (answer.Malformed is { } malformed)
        {
            return [$"an answer that is no JSON: {malformed}"];
        }
        if (status >= 500)
        {
            return [$"{status}, which no request may cause"];
        }
        var unexpected = expectation.Find(call, status, status == 422 ? FaultsIn(answer) : [], hasSucceeded);
        return document.ResponseOf(call.Operation, status) is { } response
            ? [.. unexpected, .. OfContent(response, answer).Concat(OfHeaders(response, answer)).Select(fault => $"{status} {fault}")]
            : [.. unexpected, $"{status}, which is not documented: let the Results<…> of the handler name it, or {(status >= 400 ? "MayAnswer<…>()" : $"Produces<…>({status})")} its route"];
    }

    private IReadOnlyList<Fault>? FaultsIn(Answer answer) => read is null || answer.Json is not { } json
        ? ErrorAnswers.FaultsIn(answer.Type, answer.Json)
        : read(JsonElement.Parse(json.ToJsonString()))?.Select(Fault.At).ToList();

    private IEnumerable<string> OfContent(JsonNode response, Answer answer)
    {
        var content = response["content"] as JsonObject ?? [];
        var type = answer.Type;
        return (content.Count == 0 ? answer.Body.Length > 0 || type is not null : type is null || content[type] is null)
            ? [$"with a body of type '{type}', where the document says '{string.Join(", ", content.Select(each => each.Key))}'"
                + (content.Count == 0 ? ": let the type of the handler's result name it, as Ok<…> does, or Produces<…>() its route" : "")]
            : type is null || content[type]!["schema"] is not { } schema ? []
            : ValuesIn(answer).SelectMany(value => check.Find(schema, value, closed: true)).Take(3)
                .Select(mismatch => $"whose body is not as documented: {mismatch}");
    }

    private static IEnumerable<JsonNode?> ValuesIn(Answer answer) =>
        answer.Type == MediaTypes.Events ? Events.In(answer.Body)
        : answer.Type == MediaTypes.Lines ? Events.InLines(answer.Body)
        : answer.Json is { } json ? [json] : [];

    private IEnumerable<string> OfHeaders(JsonNode response, Answer answer)
    {
        var documented = (response["headers"] as JsonObject ?? []).ToDictionary(
            header => header.Key, header => document.Resolve(header.Value!), StringComparer.OrdinalIgnoreCase);
        var sent = answer.Headers
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return sent.Keys.Except(documented.Keys, StringComparer.OrdinalIgnoreCase).Where(name => !FrameworkHeaders.Contain(name))
            .Select(name => $"with the header {name}, which is not documented")
            .Concat(documented.Where(header => (bool?)header.Value["required"] == true && !sent.ContainsKey(header.Key))
                .Select(header => $"without the header {header.Key}"))
            .Concat(documented.Where(header => sent.TryGetValue(header.Key, out var text) && header.Value["schema"] is { } schema
                && !check.Matches(schema, text) && !check.Matches(schema, Texts.Parse(text)))
                .Select(header => $"with a header that is not as documented: {header.Key}: {sent[header.Key]}"));
    }
}
