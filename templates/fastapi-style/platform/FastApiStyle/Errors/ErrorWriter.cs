using System.Diagnostics;
using System.Text.Json;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Errors;

/// <summary>Answers with an error, and documents that a route can: the body and its schema come from one place.</summary>
internal abstract class ErrorWriter
{
    protected abstract string ContentType { get; }

    /// <summary>What the document says of all errors.</summary>
    public abstract string Words { get; }

    /// <summary>The name of a <see cref="Fault"/> in the document.</summary>
    public abstract string FaultName { get; }

    /// <summary>The body of an error of which there is no more to say than one sentence.</summary>
    protected abstract Type PlainBody { get; }

    protected abstract Type ValidationBody { get; }

    protected abstract Type OAuthBody { get; }

    public static ErrorWriter Of(IServiceProvider services) => services.GetRequiredService<ErrorWriter>();

    /// <summary>The identity of a request in the logs.</summary>
    public static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <param name="http">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">What went wrong with this request; without it, what the status says of any.</param>
    public Task WriteAsync(HttpContext http, int status, string? detail = null) =>
        Other(http, status, detail) ?? WriteAsync(http, status, Plain(http, status, detail));

    public Task WriteFaultsAsync(HttpContext http, IReadOnlyList<Fault> faults) =>
        Other(http, StatusCodes.Status422UnprocessableEntity, null, faults)
        ?? WriteAsync(http, StatusCodes.Status422UnprocessableEntity, Validation(http, faults));

    /// <param name="http">The request.</param>
    /// <param name="code">The code of RFC 6749 §5.2.</param>
    /// <param name="detail">What went wrong with this request.</param>
    public Task WriteOAuthAsync(HttpContext http, string code, string detail) =>
        Other(http, StatusCodes.Status400BadRequest, detail) ?? WriteAsync(http, StatusCodes.Status400BadRequest, OAuth(http, code, detail));

    /// <param name="http">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="sentence">What went wrong with this request, for people.</param>
    /// <param name="detail">What it tells a program.</param>
    public Task WriteAsync<TDetail>(HttpContext http, int status, string? sentence, TDetail detail) where TDetail : class =>
        Other(http, status, sentence) ?? WriteAsync(http, status, Detailed(http, status, sentence, detail));

    public void Document(EndpointBuilder route, int status) => DocumentBody(route, status, PlainBody);

    /// <param name="route">The route.</param>
    /// <param name="status">The status.</param>
    /// <param name="detail">The type of what it tells a program.</param>
    public void Document(EndpointBuilder route, int status, Type detail) =>
        DocumentBody(route, status, DetailedBody(detail, route.ApplicationServices.GetRequiredService<StrictJson>()));

    public void DocumentFaults(EndpointBuilder route) => DocumentBody(route, StatusCodes.Status422UnprocessableEntity, ValidationBody);

    public void DocumentOAuth(EndpointBuilder route) => DocumentBody(route, StatusCodes.Status400BadRequest, OAuthBody);

    protected abstract object Plain(HttpContext http, int status, string? detail);

    /// <param name="http">The request.</param>
    /// <param name="faults">All that were found; an answer lists the first <see cref="Fault.Maximum"/>.</param>
    protected abstract object Validation(HttpContext http, IReadOnlyList<Fault> faults);

    protected abstract object OAuth(HttpContext http, string code, string detail);

    /// <summary>The body of an error that tells a program more than its sentence.</summary>
    protected abstract Type DetailedBody(Type detail, StrictJson json);

    protected abstract object Detailed<TDetail>(HttpContext http, int status, string? sentence, TDetail detail) where TDetail : class;

    /// <summary>The answer of another protocol, or null where the request is one of HTTP alone.</summary>
    private static Task? Other(HttpContext http, int status, string? detail, IReadOnlyList<Fault>? faults = null) =>
        http.Features.Get<IErrorAnswer>()?.WriteAsync(http, status, detail, faults ?? []);

    /// <summary>Of several for one status the framework would keep the last. What is not an error, a later one replaces.</summary>
    private void DocumentBody(EndpointBuilder route, int status, Type body)
    {
        var known = route.Metadata.OfType<IProducesResponseTypeMetadata>().LastOrDefault(answer => answer.StatusCode == status)?.Type;
        var bodies = known?.Namespace == typeof(ErrorWriter).Namespace ? AnyOf.Of(known!, body) : body;
        route.Metadata.Add(new ProducesResponseTypeMetadata(status, bodies, [ContentType]));
    }

    private Task WriteAsync(HttpContext http, int status, object body)
    {
        // It is short: written as a whole, it says its length, and waits for nothing but the client.
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var json = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), options);
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }
}
