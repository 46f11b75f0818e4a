using System.Globalization;
using System.Net;
using System.Text.Json;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Comparison;

/// <summary>Whether a peer answers what it should, before it is measured: a fast wrong answer is worth nothing.</summary>
internal static class RightAnswers
{
    public static async Task CheckAsync(Peer peer, Server server, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        foreach (var operation in peer.Operations)
        {
            using var request = new HttpRequestMessage(new(operation.Method), operation.Path);
            if (operation.Body is { } file)
            {
                request.Content = new ByteArrayContent(await File.ReadAllBytesAsync(Folders.Source(file), cancellation));
                request.Content.Headers.ContentType = new("application/json");
            }
            using var answer = await client.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            if (!operation.Statuses.Contains((int)answer.StatusCode) || !IsRight(operation, answer.StatusCode, body))
            {
                throw new Failure($"{peer.Name} answers {operation.Name} by {(int)answer.StatusCode} {body}");
            }
        }
    }

    private static bool IsRight(Operation operation, HttpStatusCode status, string body)
    {
        if (operation == Operation.Text)
        {
            return body == "Hello";
        }
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return operation == Operation.Read ? root.GetProperty("id").GetInt32() == 42 && root.GetProperty("q").GetString() == "teapot"
            : operation == Operation.Create ? root.GetProperty("name").GetString() == "Oak table" && Number(root.GetProperty("price")) == 1249.95m
            : Faults(root, status) == 1;
    }

    // Pydantic writes a decimal as a text.
    private static decimal Number(JsonElement value) => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture);

    /// <summary>FastAPI has them in <c>detail</c>, the library in the list <c>errors</c>, ASP.NET Core in <c>errors</c> by member.</summary>
    private static int Faults(JsonElement root, HttpStatusCode status) =>
        status == HttpStatusCode.BadRequest ? root.GetProperty("errors").EnumerateObject().Sum(member => member.Value.GetArrayLength())
        : root.TryGetProperty("errors", out var errors) ? errors.GetArrayLength()
        : root.GetProperty("detail").GetArrayLength();
}
