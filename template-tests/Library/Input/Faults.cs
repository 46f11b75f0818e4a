using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>
/// Reads the faults of an answer, each as <c>string_too_short@body.addresses[1].street {"min_length":1}</c>. An index in
/// brackets is a number in <c>loc</c>.
/// </summary>
internal static class Faults
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Checks that the answer refuses exactly this, in this order, and says nothing else.</summary>
    public static async Task MustHaveFaults(this HttpResponseMessage answer, params string[] expected)
    {
        using (answer)
        {
            var problem = await answer.MustBeProblem(422);
            Assert.Equal(expected, problem.ListFaults());
            Assert.Equal(expected.Length == 1 ? "1 error in the request." : $"{expected.Length} errors in the request.", (string)problem["detail"]!);
        }
    }

    public static async Task MustBeAccepted(this HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{(int)answer.StatusCode}: {text}");
        }
    }

    /// <returns>What the answer says, but for the identity of its request.</returns>
    public static async Task<string> Result(this Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var said = await answer.Json();
        said.Remove("traceId");
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {said.ToJsonString()}";
    }

    public static string[] ListFaults(this JsonObject problem)
    {
        Assert.Equal(["type", "title", "status", "detail", "instance", "traceId", "errors"], problem.Select(member => member.Key));
        Assert.DoesNotContain(People.Secret, problem.ToJsonString());
        return [.. problem["errors"]!.AsArray().Select(fault => Describe(fault!.AsObject()))];
    }

    private static string Describe(JsonObject fault)
    {
        string[] always = ["type", "loc", "msg"];
        Assert.Equal(fault.ContainsKey("ctx") ? [.. always, "ctx"] : always, fault.Select(member => member.Key));
        Assert.False(string.IsNullOrWhiteSpace((string)fault["msg"]!));
        var loc = string.Concat(fault["loc"]!.AsArray().Select(part =>
            part!.GetValueKind() == JsonValueKind.Number ? $"[{part}]" : $".{part}"));
        return $"{fault["type"]}@{loc[1..]}{(BoundsOf(fault) is { Count: > 0 } bounds ? $" {bounds.ToJsonString(Readable)}" : "")}";
    }

    /// <summary>What <c>ctx</c> says that the message does not end with, too, as with its reason.</summary>
    private static JsonObject BoundsOf(JsonObject fault)
    {
        var bounds = (fault["ctx"]?.DeepClone() as JsonObject) ?? [];
        foreach (var reason in bounds.Where(each => each.Key is "error" or "reason" && $"{fault["msg"]}".EndsWith($"{each.Value}", StringComparison.Ordinal)).ToList())
        {
            bounds.Remove(reason.Key);
        }
        return bounds;
    }
}
