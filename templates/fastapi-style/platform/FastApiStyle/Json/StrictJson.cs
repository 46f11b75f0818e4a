using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Json;

/// <summary>The options of the service without the second look at a body: what System.Text.Json alone reads and writes.</summary>
internal sealed class StrictJson(IOptions<JsonOptions> json)
{
    private readonly BodyConverterFactory bodies = json.Value.SerializerOptions.Converters.OfType<BodyConverterFactory>().Single();

    public JsonSerializerOptions Options => bodies.Strict;

    /// <summary>The same, for an object of which parts may be missing.</summary>
    public JsonSerializerOptions Tolerant => bodies.Tolerant;

    public JsonTypeInfo TypeInfoOf(Type type) => Options.GetTypeInfo(type);
}
