using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Streams;

/// <summary>Answers that have no end, and answers whose headers the framework sets.</summary>
public sealed class StreamsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var streams = routes.MapGroup("/streams").WithTags("streams");
        streams.MapGet("/ticks", ListenToTicks);
        streams.MapGet("/silence", ListenToSilence);
        streams.MapGet("/numbers", ListNumbers);
        streams.MapGet("/file", ReadFile);
    }

    /// <summary>Listen to ticks.</summary>
    private static ServerSentEventsResult<Tick> ListenToTicks(CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(TicksAsync(TimeSpan.FromMilliseconds(20), cancellation));

    /// <summary>Listen to what never comes.</summary>
    private static ServerSentEventsResult<Tick> ListenToSilence(CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(TicksAsync(TimeSpan.FromDays(1), cancellation));

    /// <summary>List numbers without end.</summary>
    private static Ok<IAsyncEnumerable<Tick>> ListNumbers(CancellationToken cancellation) =>
        TypedResults.Ok(TicksAsync(TimeSpan.FromMilliseconds(20), cancellation));

    /// <summary>Read one to keep.</summary>
    private static Ok<Tick> ReadFile(HttpResponse response)
    {
        response.Headers.ContentDisposition = "attachment; filename=tick.json";
        response.Headers.ContentEncoding = "identity";
        response.Headers.ContentLanguage = "en";
        response.Headers.AcceptRanges = "bytes";
        response.Headers.LastModified = "Thu, 01 Jan 1970 00:00:00 GMT";
        return TypedResults.Ok(new Tick(1));
    }

    private static async IAsyncEnumerable<Tick> TicksAsync(TimeSpan pause, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var number = 0; ; number++)
        {
            await Task.Delay(pause, cancellation);
            yield return new(number);
        }
    }
}

public sealed record Tick(int Number);
