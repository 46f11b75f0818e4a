using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using FastApiStyle.Errors;
using FastApiStyle.Grpc.Errors;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Google.Protobuf;
using Grpc.Core;

namespace FastApiStyle.Grpc.Messages;

/// <summary>Reads messages as bodies are read: every fault at once, of type and of rule.</summary>
internal sealed class MessageReader(MessageJson json, IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, Lazy<InputRules>> known = [];
    private readonly ParameterCheck parameters = new(new Endpoint(null, EndpointMetadataCollection.Empty, null), services);

    public async ValueTask<T> ReadAsync<T>(HttpContext http, IMessage message, CancellationToken cancellation) where T : notnull
    {
        var text = new ArrayBufferWriter<byte>();
        List<Fault> faults;
        using (var writer = new Utf8JsonWriter(text))
        {
            var written = new MessageText(json, writer);
            written.Write(message, typeof(T));
            faults = written.Faults;
        }
        var review = Read(text.WrittenSpan, out T? record);
        faults.AddRange(review?.Faults ?? []);
        var findings = new RuleFindings(json.Names, parameters, review, faults.Count > 0 ? faults : null) { Services = http.RequestServices, IsOfBody = true };
        if (record is not null)
        {
            await RulesOf(typeof(T)).CheckAsync(record, null, findings, cancellation);
        }
        return findings.All is { } all ? throw RefusalOf(http, new FaultOrder(parameters, json.TypeInfoOf(typeof(T))).Sort(all)) : record!;
    }

    private static RpcException RefusalOf(HttpContext http, IReadOnlyList<Fault> faults) =>
        GrpcStatus.Of(http, StatusCodes.Status422UnprocessableEntity, null, faults).ToRpcException();

    /// <returns>What is wrong with the message, or null where it is a record.</returns>
    private BodyReview? Read<T>(ReadOnlySpan<byte> text, out T? record)
    {
        try
        {
            record = JsonSerializer.Deserialize<T>(text, json.Json.Options);
            return null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            var reader = new Utf8JsonReader(text);
            var review = new BodyReview(JsonElement.ParseValue(ref reader), json.TypeInfoOf(typeof(T)));
            if (review.Faults.Count == 0)
            {
                return review.TryRead(json.Json.Options, out record) ? null : throw new InvalidOperationException($"{typeof(T).Name} cannot be read.", exception);
            }
            review.TryRead(json.Json.Tolerant, out record);
            return review;
        }
    }

    private InputRules RulesOf(Type type) => known.GetOrAdd(type, _ => new(() =>
    {
        // Only what its validators say is asked now; those that belong to a request are made by it.
        using var scope = services.CreateScope();
        return new RuleBook(scope.ServiceProvider, json.Json, json.Names).For(type);
    })).Value;
}
