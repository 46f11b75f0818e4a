using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>
/// The second look at a body that System.Text.Json refused: every fault of type, and the rest of the body, so that its
/// rules are checked, too.
/// </summary>
internal sealed class BodyReview
{
    private static readonly object Key = new();

    private readonly ArrayBufferWriter<byte> rest = new();
    private readonly BodyWalk walk;

    public BodyReview(JsonElement body, JsonTypeInfo type)
    {
        using var writer = new Utf8JsonWriter(rest);
        walk = new BodyWalk(writer);
        walk.Take(body, type);
    }

    public IReadOnlyList<Fault> Faults => walk.Faults;

    /// <summary>The body without what is at fault, or null where nothing is left of it.</summary>
    public object? Rest { get; private set; }

    /// <summary>The review of the body of a request, or null where the first look was enough.</summary>
    public static BodyReview? Of(HttpContext http) => http.Items[Key] as BodyReview;

    public void KeepFor(HttpContext http, object? readable)
    {
        if (walk.Faults.Count == 0)
        {
            walk.Faults.Add(new("value_error", ["body"], "Input is not valid"));
        }
        Rest = readable;
        http.Items[Key] = this;
        // To the framework a value that is not null, and null where a body is optional, is as good as any.
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>Reads what is not at fault.</summary>
    public bool TryRead<T>(JsonSerializerOptions options, out T? value)
    {
        value = default;
        try
        {
            value = rest.WrittenCount == 0 ? default : JsonSerializer.Deserialize<T>(rest.WrittenSpan, options);
            return value is not null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Where the client sent an item of <see cref="Rest"/>, whose list may have lost some before it.</summary>
    public int IndexOf(IEnumerable<object> list, int index) =>
        walk.KeptItems.TryGetValue(string.Join('/', list), out var kept) ? kept[index] : index;
}
