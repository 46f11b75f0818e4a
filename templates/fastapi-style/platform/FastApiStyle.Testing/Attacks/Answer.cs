using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Attacks;

/// <summary>What came back, as far as a moment goes: a stream may have no end.</summary>
internal sealed class Answer : IDisposable
{
    private const int Largest = 16 * 1024 * 1024;

    // A text that stands for one thing is waited for; of a stream, the beginning says enough.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // The first request to a service may find it waking up.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private readonly HttpResponseMessage message;

    private Answer(HttpResponseMessage message, string body, bool isWhole, bool isElsewhere)
    {
        (this.message, Body, IsElsewhere) = (message, body, isElsewhere);
        try
        {
            Json = IsJson(message) && isWhole && body.Length > 0 ? JsonNode.Parse(body) : null;
        }
        catch (JsonException exception)
        {
            Malformed = exception.Message;
        }
    }

    public int Status => (int)message.StatusCode;

    public bool IsSuccess => message.IsSuccessStatusCode;

    public string Body { get; }

    /// <summary>Null where the body is none, or where only a part of it has been read.</summary>
    public JsonNode? Json { get; }

    /// <summary>Why the body is no JSON, where its type promises that.</summary>
    public string? Malformed { get; }

    /// <summary>Whether the client has followed a redirect, and this came from where it led.</summary>
    public bool IsElsewhere { get; }

    public string? Type => message.MediaType();

    public string? Tag => message.Headers.ETag?.ToString();

    public Uri? Location => message.Headers.Location;

    public IEnumerable<KeyValuePair<string, IEnumerable<string>>> Headers => message.Headers.Concat(message.Content.Headers);

    /// <summary>Asks, and reads what comes; null where a stream has nothing to say yet.</summary>
    /// <param name="mayBeSilent">Whether it is a stream, which may begin when there is something to say.</param>
    public static async Task<Answer?> ReadAsync(HttpClient client, HttpRequestMessage request, bool mayBeSilent, CancellationToken cancellation)
    {
        var asked = new Uri(client.BaseAddress!, request.RequestUri!);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        HttpResponseMessage message;
        try
        {
            time.CancelAfter(mayBeSilent ? Silence : Timeout.InfiniteTimeSpan);
            message = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
        time.CancelAfter(IsJson(message) ? Patience : Moment);
        var (body, isWhole) = await ReadAsync(message.Content, time.Token);
        cancellation.ThrowIfCancellationRequested();
        return new(message, body, isWhole, message.RequestMessage?.RequestUri != asked);
    }

    public void Dispose() => message.Dispose();

    private static async Task<(string Body, bool IsWhole)> ReadAsync(HttpContent content, CancellationToken time)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isWhole = false;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(time);
            while (!isWhole && read.Length < Largest)
            {
                var count = await stream.ReadAsync(buffer, time);
                read.Write(buffer, 0, count);
                isWhole = count == 0;
            }
        }
        catch (OperationCanceledException)
        {
            // The moment is over.
        }
        return (Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length), isWhole);
    }

    private static bool IsJson(HttpResponseMessage message) => message.MediaType()?.EndsWith("json", StringComparison.Ordinal) == true;
}
