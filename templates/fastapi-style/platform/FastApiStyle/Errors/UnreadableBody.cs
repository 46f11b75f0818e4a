using System.Buffers;
using FastApiStyle.Dependencies;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace FastApiStyle.Errors;

/// <summary>
/// What is wrong with a request whose body cannot be read, which the framework answers with a bare 400. The handler was not
/// reached, so of the rest of the request only what it was parsed from can be looked at.
/// </summary>
internal static class UnreadableBody
{
    /// <returns>The faults, or null where no body is at fault: the endpoint takes none, or the connection broke.</returns>
    public static async Task<IReadOnlyList<Fault>?> FindFaultsAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not { } accepts)
        {
            return null;
        }
        var isForm = accepts.ContentTypes.Any(type => type.Contains("form", StringComparison.Ordinal));
        var isSent = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true;
        if (http.Features.Get<IFormFeature>() is WireForm { Form: not null } or NoForm || (!isSent && accepts.IsOptional))
        {
            // Nothing is wrong with it: the handler itself has answered.
            return null;
        }
        try
        {
            var fault = isForm ? new("form_invalid", ["body"], "The form could not be read")
                : isSent ? await FindErrorAsync(http)
                : TypeFaults.Missing(["body"]);
            // One that broke off below it cannot be read to its end.
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            if (fault is null)
            {
                return null;
            }
            // A form that was not sent lacks its fields; of one that cannot be read, none can be looked at.
            var isFormMissing = isForm && !isSent;
            var parameters = ParameterCheck.Of(http);
            var faults = new FaultOrder(parameters, body: null).Sort(
                [.. parameters.FindFaults(http.Request, refused: true, withForm: isFormMissing) ?? [], .. DependencyState.Of(http).Faults ?? []]);
            return isFormMissing && faults.Count > 0 ? faults : [.. faults, fault];
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <returns>Where and why a body is not JSON, or null where it is: then the handler itself has answered with 400.</returns>
    private static async Task<Fault?> FindErrorAsync(HttpContext http)
    {
        if (http.Request.BodyReader is not KeptBody body || !IsUtf8(http.Request))
        {
            return new("json_invalid", ["body"], "JSON decode error");
        }
        // The error is in what the serializer has seen, or at the end of all.
        body.Rewind();
        var read = await body.ReadAsync(http.RequestAborted);
        var error = MalformedJson.Find(read.Buffer.ToArray(), http.RequestServices.GetRequiredService<StrictJson>().Options.MaxDepth);
        body.AdvanceTo(read.Buffer.End);
        return error is var (position, words)
            ? new("json_invalid", ["body", position], "JSON decode error", new Dictionary<string, object> { ["error"] = words })
            : null;
    }

    private static bool IsUtf8(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
