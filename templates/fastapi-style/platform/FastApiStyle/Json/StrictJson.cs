using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Json;

/// <summary>The options of the service without the second look at a body: what System.Text.Json alone reads and writes.</summary>
internal sealed class StrictJson(IOptions<JsonOptions> json)
{
    public JsonSerializerOptions Options { get; } =
        json.Value.SerializerOptions.Converters.OfType<BodyConverterFactory>().Single().Strict;

    public JsonTypeInfo TypeInfoOf(Type type) => Options.GetTypeInfo(type);
}
