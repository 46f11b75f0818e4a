using System.Collections.Concurrent;
using System.Text.Json;
using FastApiStyle.Errors;
using FastApiStyle.Json;

namespace FastApiStyle.Validation;

/// <summary>Reads records from JSON that is no body of a request, and finds in it what a body would be refused for.</summary>
internal sealed class MessageCheck(StrictJson json, WireNames names, IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, Lazy<InputRules>> known = [];
    private readonly ParameterCheck parameters = new(new Endpoint(null, EndpointMetadataCollection.Empty, null), services);

    /// <param name="text">The JSON.</param>
    /// <param name="scope">The services of the request to which it belongs.</param>
    /// <param name="faults">Those that are known already.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The record, or the faults; of the two there is one.</returns>
    public async ValueTask<(T? Value, IReadOnlyList<Fault>? Faults)> ReadAsync<T>(
        ReadOnlyMemory<byte> text, IServiceProvider scope, List<Fault> faults, CancellationToken cancellation)
    {
        if (Read(text.Span, out T? value) is not { } review)
        {
            return (default, [new("json_invalid", ["body"], "JSON decode error")]);
        }
        faults.AddRange(review.Faults);
        var findings = new RuleFindings(names, parameters, review.Review, faults.Count > 0 ? faults : null) { Services = scope, IsOfBody = true };
        if (value is not null && (findings.IsPartial || !RulesOf(typeof(T)).IsProven(value)))
        {
            await RulesOf(typeof(T)).CheckAsync(value, null, findings, cancellation);
        }
        return findings.All is { } all ? (default, new FaultOrder(parameters, json.TypeInfoOf(typeof(T))).Sort(all)) : (value, null);
    }

    /// <returns>What is wrong with it, or null for what is no JSON.</returns>
    private (BodyReview? Review, IReadOnlyList<Fault> Faults)? Read<T>(ReadOnlySpan<byte> text, out T? value)
    {
        value = default;
        try
        {
            value = JsonSerializer.Deserialize<T>(text, json.Options);
            return value is null ? (null, [TypeFaults.Missing(["body"])]) : (null, []);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return Review(text, out value);
        }
    }

    private (BodyReview?, IReadOnlyList<Fault>)? Review<T>(ReadOnlySpan<byte> text, out T? value)
    {
        value = default;
        JsonElement whole;
        try
        {
            whole = JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
        var review = new BodyReview(whole, json.TypeInfoOf(typeof(T)));
        if (review.Faults.Count == 0)
        {
            return review.TryRead(json.Options, out value) ? (null, []) : (null, [new("value_error", ["body"], "Input is not valid")]);
        }
        review.TryRead(json.Tolerant, out value);
        return (review, review.Faults);
    }

    private InputRules RulesOf(Type type) => known.GetOrAdd(type, _ => new(() =>
    {
        // Only what its validators say is asked now; those that belong to a request are made by it.
        using var scope = services.CreateScope();
        return new RuleBook(scope.ServiceProvider, json, names).For(type);
    })).Value;
}
