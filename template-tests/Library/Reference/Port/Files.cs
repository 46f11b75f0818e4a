using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

public sealed class Files : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/files", Upload).WithTags("files").DisableAntiforgery();
        routes.MapGet("/events", Events).WithTags("files");
        routes.MapGet("/echo", Echo).ExcludeFromDescription();
    }

    private static Ok<Dictionary<string, long>> Upload([AsParameters] Upload upload) => TypedResults.Ok(new Dictionary<string, long> { ["size"] = upload.File.Length });

    private static ServerSentEventsResult<int> Events() => TypedResults.ServerSentEvents(AsyncEnumerable.Range(0, 3));

    private static async Task Echo(HttpContext http, CancellationToken cancellation)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, cancellation);
        var echo = JsonSerializer.SerializeToUtf8Bytes(new { echo = Encoding.UTF8.GetString(buffer, 0, received.Count) });
        await socket.SendAsync(echo, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
    }
}

public sealed record Upload([property: FromForm] IFormFile File, [property: FromForm] string Note = "");

public sealed class UploadRules : AbstractValidator<Upload>
{
    public UploadRules() => RuleFor(upload => upload.Note).MaximumLength(20);
}
