using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastApiService.Platform.Validation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiService.Platform.Json;

/// <summary>How JSON is read and written: strictly, so that what is accepted is what the document says.</summary>
public static class JsonSetup
{
    public static void AddJson(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<BodyTypes>();
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.AddSingleton<IPostConfigureOptions<JsonOptions>, ReadBodiesTolerantly>();
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = WireNames.Policy;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowDuplicateProperties = false;
        json.AllowOutOfOrderMetadataProperties = true;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        ExactConverters.Add(json.Converters);
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver()
            .WithAddedModifier(OptionalConverter.Attach)
            .WithAddedModifier(Presence.RefuseNullItems);
    }

    /// <summary>The same options without the second look at a body: what System.Text.Json alone reads and writes.</summary>
    public static JsonSerializerOptions Strict(IOptions<JsonOptions> json) =>
        json.Value.SerializerOptions.Converters.OfType<BodyConverterFactory>().Single().Strict;

    private sealed class ReadBodiesTolerantly(BodyTypes types, IHttpContextAccessor accessor) : IPostConfigureOptions<JsonOptions>
    {
        public void PostConfigure(string? name, JsonOptions options)
        {
            var strict = new JsonSerializerOptions(options.SerializerOptions);
            strict.MakeReadOnly();
            options.SerializerOptions.Converters.Insert(0, new BodyConverterFactory(types, strict, accessor));
            options.SerializerOptions.TypeInfoResolver = strict.TypeInfoResolver!.WithAddedModifier(LeaveShapesToStrict);
        }

        /// <summary>A custom converter must not have a type of several shapes. The strict options read which one it is.</summary>
        private void LeaveShapesToStrict(JsonTypeInfo info)
        {
            if (types.Contains(info.Type))
            {
                info.PolymorphismOptions = null;
            }
        }
    }
}
