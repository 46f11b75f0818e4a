using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>Sends the requests of a guide to a service, and compares its answers with those that the guide shows. "…" stands for anything.</summary>
internal sealed partial class Conversation(HttpClient client, string token)
{
    private readonly Dictionary<string, string> known = new() { ["token"] = token };

    /// <param name="request">What the guide sends: as in a .http file, with <c>{{id}}</c> for the identity in the last answer that had one, and so for every member.</param>
    /// <param name="answer">What it shows of the answer: the status, some headers, and all of the body.</param>
    public async Task Check(Snippet request, Snippet answer)
    {
        using var message = Read(Variable.Replace(request.Text, name => known[name.Groups[1].Value]));
        using var got = await client.SendAsync(message);
        var body = await got.Content.ReadAsStringAsync();
        Remember(body);

        var (head, expected) = Split(answer.Text);
        Assert.True(head[0] == $"HTTP/1.1 {(int)got.StatusCode} {got.ReasonPhrase}", $"{answer} shows {head[0]}, but it was {(int)got.StatusCode} {got.ReasonPhrase}: {body}");
        foreach (var header in head[1..].Select(line => line.Split(": ", 2)))
        {
            Assert.True(Matches(header[1], HeaderOf(got, header[0])), $"{answer} shows {header[0]}: {header[1]}, but it was {HeaderOf(got, header[0])}.");
        }
        Assert.True(IsSame(expected.Trim(), body.Trim()), $"{answer} shows\n{expected}\nbut it was\n{body}");
    }

    private static HttpRequestMessage Read(string text)
    {
        var (head, body) = Split(text);
        var line = head[0].Split(' ');
        var message = new HttpRequestMessage(new(line[0]), line[1]);
        if (body.Length > 0)
        {
            // RFC 2046 §4.1.1: the lines of a form of several parts end so.
            var ending = text.Contains("multipart/", StringComparison.Ordinal) ? "\r\n" : "\n";
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.TrimEnd('\n').ReplaceLineEndings(ending)));
        }
        foreach (var header in head[1..].Select(each => each.Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
            {
                message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(header[0], header[1]);
            }
        }
        return message;
    }

    private static (string[] Head, string Body) Split(string text)
    {
        var parts = text.Split("\n\n", 2);
        return (parts[0].TrimEnd('\n').Split('\n'), parts.ElementAtOrDefault(1) ?? "");
    }

    private static string HeaderOf(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(header => header.Value));

    private static bool IsSame(string expected, string body) =>
        expected.StartsWith('{') || expected.StartsWith('[') ? IsSame(JsonNode.Parse(expected), JsonNode.Parse(body)) : Matches(expected, body);

    private static bool IsSame(JsonNode? expected, JsonNode? got) => (expected, got) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.All(member => right.ContainsKey(member.Key) && IsSame(member.Value, right[member.Key])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => IsSame(pair.First, pair.Second)),
        (JsonValue, JsonValue) => Matches($"{expected}", $"{got}"),
        _ => expected is null && got is null,
    };

    private static bool Matches(string expected, string got) =>
        Regex.IsMatch(got, $"^{Regex.Escape(expected).Replace("…", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline);

    private void Remember(string body)
    {
        foreach (var (name, value) in body.StartsWith('{') ? JsonNode.Parse(body)!.AsObject() : [])
        {
            known[name] = $"{value}";
        }
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Variable { get; }
}
