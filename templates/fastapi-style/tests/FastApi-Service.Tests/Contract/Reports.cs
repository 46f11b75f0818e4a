using System.Text;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>Where two documents differ, each place as a JSON pointer.</summary>
internal static class Difference
{
    public static IEnumerable<string> Of(JsonNode? before, JsonNode? after, string pointer = "") => (before, after) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => Of(left, right, name, $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}")),
        (JsonArray left, JsonArray right) => Enumerable.Range(0, Math.Max(left.Count, right.Count)).SelectMany(index =>
            index >= left.Count ? [$"{pointer}/{index}: added {Short(right[index])}"]
            : index >= right.Count ? [$"{pointer}/{index}: removed {Short(left[index])}"]
            : Of(left[index], right[index], $"{pointer}/{index}")),
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{pointer}: {Short(before)} → {Short(after)}"],
    };

    private static IEnumerable<string> Of(JsonObject left, JsonObject right, string name, string pointer) =>
        !left.ContainsKey(name) ? [$"{pointer}: added {Short(right[name])}"]
        : !right.ContainsKey(name) ? [$"{pointer}: removed {Short(left[name])}"]
        : Of(left[name], right[name], pointer);

    private static string Short(JsonNode? value) =>
        value?.ToJsonString() is not { } json ? "null" : json.Length > 100 ? $"{json[..100]}…" : json;
}

/// <summary>What went wrong, by operation: the first ones with the request to repeat, the others in a line.</summary>
internal sealed class Failures
{
    private const int Shown = 3;

    private readonly SortedDictionary<string, Dictionary<string, string>> byOperation = new(StringComparer.Ordinal);

    public bool IsEmpty => byOperation.Count == 0;

    public void Add(Call call, string fault, string answer) =>
        Add(call.Operation, fault, $"\n    {call.ToCurl()}\n    {(answer.Length > 500 ? $"{answer[..500]}…" : answer)}");

    /// <summary>Each fault once, with the first request that has it.</summary>
    public void Add(Operation operation, string fault, string details = "") =>
        (byOperation.TryGetValue(operation.Id, out var faults) ? faults : byOperation[operation.Id] = []).TryAdd(fault, details);

    /// <summary>An attack that cannot be made is a failure of its operation and keeps no other from being made.</summary>
    public async Task CollectAsync(Operation operation, Func<Task> attack)
    {
        try
        {
            await attack();
        }
        catch (InvalidOperationException exception)
        {
            Add(operation, exception.Message);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (operation, faults) in byOperation)
        {
            foreach (var (fault, details) in faults.Take(Shown))
            {
                text.Append('\n').Append(operation).Append(": ").Append(fault).Append(details).Append('\n');
            }
            foreach (var fault in faults.Keys.Skip(Shown).Take(20))
            {
                text.Append('\n').Append(operation).Append(": ").Append(fault);
            }
            text.Append(faults.Count > Shown + 20 ? $"\n{operation}: and {faults.Count - Shown - 20} more\n" : "\n");
        }
        return text.ToString();
    }
}
