using System.Globalization;
using System.Text.Json;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>Adds to a schema so that what stood there holds on: of two bounds the tighter one stays.</summary>
internal static class Keywords
{
    public static void AtLeast(this OpenApiSchema schema, object bound, bool exclusive = false)
    {
        var text = Text(bound);
        if ((schema.ExclusiveMinimum is { } above && Compare(text, above) <= 0)
            || (schema.Minimum is { } from && Compare(text, from) < (exclusive ? 0 : 1)))
        {
            return;
        }
        (schema.Minimum, schema.ExclusiveMinimum) = exclusive ? ((string?)null, text) : (text, null);
    }

    public static void AtMost(this OpenApiSchema schema, object bound, bool exclusive = false)
    {
        var text = Text(bound);
        if ((schema.ExclusiveMaximum is { } below && Compare(text, below) >= 0)
            || (schema.Maximum is { } to && Compare(text, to) > (exclusive ? 0 : -1)))
        {
            return;
        }
        (schema.Maximum, schema.ExclusiveMaximum) = exclusive ? ((string?)null, text) : (text, null);
    }

    public static void Lengths(this OpenApiSchema schema, int min, int max)
    {
        schema.MinLength = min > 0 ? Math.Max(min, schema.MinLength ?? 0) : schema.MinLength;
        schema.MaxLength = max is >= 0 and < int.MaxValue ? Math.Min(max, schema.MaxLength ?? max) : schema.MaxLength;
    }

    public static void Counts(this OpenApiSchema schema, int min, int max)
    {
        schema.MinItems = min > 0 ? Math.Max(min, schema.MinItems ?? 0) : schema.MinItems;
        schema.MaxItems = max < int.MaxValue ? Math.Min(max, schema.MaxItems ?? max) : schema.MaxItems;
    }

    public static void Matches(this OpenApiSchema schema, string pattern)
    {
        if (schema.Pattern is null)
        {
            schema.Pattern = pattern;
        }
        else if (schema.Pattern != pattern && schema.AllOf?.Any(other => other.Pattern == pattern) != true)
        {
            (schema.AllOf ??= []).Add(new OpenApiSchema { Pattern = pattern });
        }
    }

    public static void Forbid(this OpenApiSchema schema, OpenApiSchema what)
    {
        schema.Not = schema.Not switch
        {
            null => what,
            OpenApiSchema { AnyOf: { } several } forbidden => AndAlso(forbidden, several, what),
            var one => new OpenApiSchema { AnyOf = [one, what] },
        };
    }

    /// <summary>Lets one value by.</summary>
    public static OpenApiSchema Only(this OpenApiSchema schema, object value, JsonSerializerOptions json)
    {
        // The library's const is a text, whatever the type.
        if (JsonSerializer.SerializeToNode(value, value.GetType(), json)! is var node && node.GetValueKind() == JsonValueKind.String)
        {
            schema.Const = node.GetValue<string>();
        }
        else
        {
            schema.Enum = [node];
        }
        return schema;
    }

    public static bool IsNumber(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type)
        is >= TypeCode.SByte and <= TypeCode.Decimal && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    /// <summary>A number as JSON has it.</summary>
    public static string Text(object number) => number as string ?? Convert.ToString(number, CultureInfo.InvariantCulture)!;

    /// <summary>Whether a number lies within the bounds of a schema.</summary>
    public static bool Admits(this OpenApiSchema schema, object number)
    {
        var text = Text(number);
        return (schema.Minimum is not { } from || Compare(text, from) >= 0)
            && (schema.ExclusiveMinimum is not { } above || Compare(text, above) > 0)
            && (schema.Maximum is not { } to || Compare(text, to) <= 0)
            && (schema.ExclusiveMaximum is not { } below || Compare(text, below) < 0);
    }

    private static OpenApiSchema AndAlso(OpenApiSchema forbidden, IList<IOpenApiSchema> several, OpenApiSchema what)
    {
        several.Add(what);
        return forbidden;
    }

    private static int Compare(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture));
}
