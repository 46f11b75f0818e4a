using System.Net.WebSockets;
using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

/// <summary>Files and events.</summary>
public sealed class FilesFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/files", Upload).WithTags("files").DisableAntiforgery();
        routes.MapGet("/events", Events).WithTags("files");
        routes.MapGet("/echo", Echo).ExcludeFromDescription();
    }

    /// <summary>Take a file.</summary>
    private static Ok<UploadRead> Upload([FromForm] Upload upload) => TypedResults.Ok(new UploadRead(upload.File.Length));

    /// <summary>Listen to events.</summary>
    private static ServerSentEventsResult<int> Events() => TypedResults.ServerSentEvents(AsyncEnumerable.Range(0, 3));

    private static async Task Echo(HttpContext http, CancellationToken cancellation)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, cancellation);
        var text = System.Text.Encoding.UTF8.GetString(buffer, 0, received.Count);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { echo = text }), WebSocketMessageType.Text, true, cancellation);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
    }
}

/// <summary>A file, and a note.</summary>
public sealed record Upload(IFormFile File, string Note = "");

/// <summary>What was taken.</summary>
public sealed record UploadRead(long Size);

public sealed class UploadValidator : AbstractValidator<Upload>
{
    public UploadValidator() => RuleFor(upload => upload.Note).MaximumLength(20);
}
