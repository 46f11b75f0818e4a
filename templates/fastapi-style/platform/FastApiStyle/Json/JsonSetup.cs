using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Json;

/// <summary>How JSON is read and written: strictly, so that what is accepted is what the document says.</summary>
internal static class JsonSetup
{
    public static void AddJson(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<BodyTypes>();
        services.AddSingleton<StrictJson>();
        services.AddOptions<JsonOptions>().Configure<WireNames>((options, names) => Configure(options.SerializerOptions, names));
        services.AddSingleton<IPostConfigureOptions<JsonOptions>, ReadBodiesTolerantly>();
    }

    /// <summary>The same JSON under other names, for what is no body of HTTP.</summary>
    public static StrictJson Named(WireNames names, IHttpContextAccessor accessor)
    {
        var options = new JsonOptions();
        Configure(options.SerializerOptions, names);
        new ReadBodiesTolerantly(new BodyTypes(), accessor).PostConfigure(null, options);
        return new StrictJson(Options.Create(options));
    }

    private static void Configure(JsonSerializerOptions json, WireNames names)
    {
        json.PropertyNamingPolicy = names.Policy;
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
