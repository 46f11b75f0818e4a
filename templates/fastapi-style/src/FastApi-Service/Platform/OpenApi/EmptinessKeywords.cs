using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>The keywords of NotEmpty, which means another thing for each type.</summary>
internal static class EmptinessKeywords
{
    // What char.IsWhiteSpace leaves, as ECMA-262 says it.
    private const string NotWhite = @"[^\s\u0085]|\uFEFF";

    /// <returns>Whether keywords say the rule whole.</returns>
    public static bool TrySay(Place place, Type type, JsonSerializerOptions json)
    {
        if (type == typeof(string))
        {
            place.Say(schema => schema.Lengths(1, int.MaxValue));
            place.Say(schema => schema.Matches(NotWhite));
            return true;
        }
        if (!type.IsValueType)
        {
            var kind = json.GetTypeInfo(type).Kind;
            if (kind == JsonTypeInfoKind.Enumerable)
            {
                place.Say(schema => schema.Counts(1, int.MaxValue));
            }
            else if (kind == JsonTypeInfoKind.Dictionary)
            {
                place.Say(schema => schema.MinProperties = Math.Max(1, schema.MinProperties ?? 0));
            }
            return true;
        }
        if (Nullable.GetUnderlyingType(type) is not null || OptionalConverter.ValueType(type) is not null)
        {
            return true;
        }
        if (!Keywords.IsNumber(type) && type != typeof(bool) && type != typeof(Guid) && !type.IsEnum)
        {
            return false;
        }
        var zero = Activator.CreateInstance(type)!;
        if (!type.IsEnum || Enum.IsDefined(type, zero))
        {
            place.Say(schema => schema.Forbid(new OpenApiSchema().Only(zero, json)));
        }
        return true;
    }
}
