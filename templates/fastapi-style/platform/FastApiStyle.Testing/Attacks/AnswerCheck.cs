using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Whether an answer is what the call expects and what the document says.</summary>
internal sealed class AnswerCheck(Document document, SchemaCheck check)
{
    /// <summary>Of the protocol or of the server, and no part of what an operation says.</summary>
    private static readonly string[] Infrastructure =
        ["Content-Type", "Content-Length", "Date", "Server", "Transfer-Encoding", "Cache-Control", "Pragma", "Vary", "Allow", "traceparent", "ETag"];

    private readonly Expectation expectation = new(document.Variants);

    public IEnumerable<string> Find(Call call, HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        var type = answer.MediaType();
        JsonNode? json;
        try
        {
            json = type?.EndsWith("json", StringComparison.Ordinal) == true && body.Length > 0 ? JsonNode.Parse(body) : null;
        }
        catch (JsonException exception)
        {
            return [$"an answer that is no JSON: {exception.Message}"];
        }
        if (status >= 500)
        {
            return [$"{status}, which no request may cause"];
        }
        var unexpected = expectation.Find(call, status, ErrorAnswers.FaultsIn(type, json));
        return document.ResponseOf(call.Operation, status) is { } response
            ? [.. unexpected, .. OfContent(response, type, body, json).Concat(OfHeaders(response, answer)).Select(fault => $"{status} {fault}")]
            : [.. unexpected, $"{status}, which is not documented"];
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
}
