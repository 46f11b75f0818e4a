using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Google.Protobuf.Reflection;

namespace FastApiStyle.Grpc.Messages;

/// <summary>
/// Records under the names of a <c>.proto</c>, which are those of JSON in snake_case, whatever the service calls them over HTTP. So a message
/// is read, and what is wrong with it is found, as a body is.
/// </summary>
internal sealed class MessageJson(IHttpContextAccessor accessor)
{
    private readonly ConcurrentDictionary<(MessageDescriptor, Type), MessageShape> shapes = [];

    public WireNames Names { get; } = new(JsonNamingPolicy.SnakeCaseLower);

    public StrictJson Json => json.Value;

    private readonly Lazy<StrictJson> json = new(() => JsonSetup.Named(new(JsonNamingPolicy.SnakeCaseLower), accessor));

    public JsonTypeInfo TypeInfoOf(Type type) => Json.TypeInfoOf(type);

    /// <exception cref="InvalidOperationException">A member has no field.</exception>
    public MessageShape ShapeOf(MessageDescriptor message, Type record) =>
        shapes.GetOrAdd((message, record), key => new MessageShape(key.Item1, TypeInfoOf(key.Item2)));
}
