using System.Buffers;
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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpResponseMessage message;

    private Answer(HttpResponseMessage message, string body, bool isWhole)
    {
        (this.message, Body) = (message, body);
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

    public string? Type => message.MediaType();

    public Uri? Location => message.Headers.Location;

    public IEnumerable<KeyValuePair<string, IEnumerable<string>>> Headers => message.Headers.Concat(message.Content.Headers);

    public static async Task<Answer> ReadAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellation)
    {
        var message = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(IsJson(message) ? Patience : Moment);
        using var content = new MemoryStream();
        var isWhole = false;
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using var stream = await message.Content.ReadAsStreamAsync(time.Token);
            while (!isWhole && content.Length < Largest)
            {
                var read = await stream.ReadAsync(buffer, time.Token);
                content.Write(buffer, 0, read);
                isWhole = read == 0;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The moment is over.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return new(message, Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length), isWhole);
    }

    public void Dispose() => message.Dispose();

    private static bool IsJson(HttpResponseMessage message) => message.MediaType()?.EndsWith("json", StringComparison.Ordinal) == true;
}
