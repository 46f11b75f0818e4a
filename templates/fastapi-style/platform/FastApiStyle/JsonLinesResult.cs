using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>
/// 200: one JSON value a line (<c>application/jsonl</c>, as FastAPI answers what a handler yields), each sent as soon as it is there. The document has the
/// schema of a line.
/// </summary>
/// <remarks>
/// It ends where the items end, and when the client goes. One that waits for what is to come ends itself when the service stops
/// (<see cref="IHostApplicationLifetime.ApplicationStopping"/>), since a stop waits for it. What fails behind the first line can change no status any more:
/// the connection breaks, so that no client takes the part for the whole.
/// </remarks>
/// <typeparam name="T">What stands in a line.</typeparam>
/// <param name="items">What is sent.</param>
public sealed class JsonLinesResult<T>(IAsyncEnumerable<T> items) : IResult, IEndpointMetadataProvider
{
    private const string ContentType = "application/jsonl";

    /// <summary>Answers the request.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        var type = (JsonTypeInfo<T>)httpContext.RequestServices.GetRequiredService<StrictJson>().TypeInfoOf(typeof(T));
        response.ContentType = ContentType;
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await response.StartAsync(cancellation);
            await foreach (var item in items.WithCancellation(cancellation))
            {
                await JsonSerializer.SerializeAsync(response.BodyWriter, item, type, cancellation);
                response.BodyWriter.Write("\n"u8);
                await response.BodyWriter.FlushAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The client has gone.
        }
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [ContentType]));
}
