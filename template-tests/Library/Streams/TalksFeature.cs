using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Streams;

/// <summary>Answers that come piece by piece.</summary>
public sealed class TalksFeature : IFeature
{
    public static void UseMiddleware(IApplicationBuilder app) => app.UseWebSockets();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/echo", Echo).ExcludeFromDescription();
        routes.MapGet("/lines", ReadLines);
        routes.MapGet("/file", () => TypedResults.Bytes("Hello, file!"u8.ToArray(), "text/plain", "hello.txt", enableRangeProcessing: true));
        routes.MapPost("/small", (Note note) => note).WithMetadata(new RequestSizeLimitAttribute(100));
    }

    private static async Task Echo(HttpContext http, Ends ends, CancellationToken cancellation)
    {
        await using (var socket = await http.AcceptMessagesAsync())
        {
            await foreach (var note in socket.ReadAsync<Note>(cancellation))
            {
                await socket.SendAsync(note, cancellation);
            }
        }
        ends.Talk.TrySetResult();
    }

    private static JsonLinesResult<Note> ReadLines(Ends ends, IHostApplicationLifetime host, CancellationToken cancellation, bool fail = false) =>
        new(LinesAsync(ends, host.ApplicationStopping, fail, cancellation));

    private static async IAsyncEnumerable<Note> LinesAsync(Ends ends, CancellationToken stopping, bool fail, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
        yield return new("first");
        if (fail)
        {
            throw new InvalidOperationException("no second");
        }
        await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, ending.Token));
        ends.Lines.TrySetResult();
        if (!cancellation.IsCancellationRequested)
        {
            yield return new("last");
        }
    }
}

public sealed record Note(string Text, int Count = 1);

public sealed class NoteValidator : AbstractValidator<Note>
{
    public NoteValidator()
    {
        RuleFor(note => note.Text).NotEmpty();
        RuleFor(note => note.Count).GreaterThan(0);
    }
}

/// <summary>What has come to its end.</summary>
public sealed class Ends
{
    public TaskCompletionSource Talk { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Lines { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
