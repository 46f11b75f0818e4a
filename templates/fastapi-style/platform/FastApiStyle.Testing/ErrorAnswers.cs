using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing;

/// <summary>The two formats of errors, told apart by the media type: problem details (RFC 9457), and FastAPI's <c>detail</c>.</summary>
internal static class ErrorAnswers
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "instance"];

    /// <summary>What keeps a body from being an error; null where nothing does.</summary>
    public static string? Find(string? mediaType, JsonObject? body, int status) => mediaType switch
    {
        MediaTypes.Problem => FindInProblem(body ?? [], status),
        MediaTypes.Json => FindInDetail(body ?? [], status),
        _ => $"expected {MediaTypes.Problem} or {MediaTypes.Json}, and got {mediaType ?? "no content type"}",
    };

    /// <summary>The faults that a body lists; none where it is no error, or another one.</summary>
    public static IReadOnlyList<Fault> FaultsIn(string? mediaType, JsonNode? body)
    {
        var list = (body as JsonObject)?[mediaType == MediaTypes.Problem ? "errors" : "detail"] as JsonArray;
        return [.. (list ?? []).OfType<JsonObject>().Select(Fault.Of)];
    }

    private static string? FindInProblem(JsonObject body, int status)
    {
        string[] missing = [.. Members.Where(IsMissing), .. IsMissing("traceId") && IsMissing("trace_id") ? ["traceId"] : Array.Empty<string>()];
        return missing.Length > 0 ? $"expected a problem with all of its members, and got one without {string.Join(", ", missing)}"
            : $"{body["status"]}" != $"{status}" ? $"expected that the problem says the status {status}, and got {body["status"]}"
            : null;

        bool IsMissing(string member) => $"{body[member]}" == "";
    }

    private static string? FindInDetail(JsonObject body, int status)
    {
        // An object is what a problem tells a program.
        JsonValueKind[] expected = status == 422 ? [JsonValueKind.Array] : [JsonValueKind.String, JsonValueKind.Object];
        return body["detail"]?.GetValueKind() is { } kind && expected.Contains(kind)
            ? null
            : $"expected a detail that is {(status == 422 ? "a list" : "a text or an object")}";
    }
}
