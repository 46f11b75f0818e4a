using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using FastApiStyle.Json;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>Adds to a schema so that what stood there holds on: of two bounds the tighter one stays.</summary>
internal static class Keywords
{
    public static void AtLeast(this OpenApiSchema schema, object bound, bool exclusive = false)
    {
        var text = Text(bound);
        var tighter = Compare(text, schema.ExclusiveMinimum ?? schema.Minimum ?? text);
        if (tighter > 0 || (tighter == 0 && schema.ExclusiveMinimum is null))
        {
            (schema.Minimum, schema.ExclusiveMinimum) = exclusive ? ((string?)null, text) : (text, null);
        }
    }

    public static void AtMost(this OpenApiSchema schema, object bound, bool exclusive = false)
    {
        var text = Text(bound);
        var looser = Compare(text, schema.ExclusiveMaximum ?? schema.Maximum ?? text);
        if (looser < 0 || (looser == 0 && schema.ExclusiveMaximum is null))
        {
            (schema.Maximum, schema.ExclusiveMaximum) = exclusive ? ((string?)null, text) : (text, null);
        }
    }

    public static void Lengths(this OpenApiSchema schema, int min, int max) =>
        (schema.MinLength, schema.MaxLength) = (Larger(schema.MinLength, min), Smaller(schema.MaxLength, max));

    public static void Counts(this OpenApiSchema schema, int min, int max) =>
        (schema.MinItems, schema.MaxItems) = (Larger(schema.MinItems, min), Smaller(schema.MaxItems, max));

    public static void Matches(this OpenApiSchema schema, string pattern)
    {
        schema.Pattern ??= pattern;
        if (schema.Pattern != pattern)
        {
            // With its type, since generators take a part without one for anything.
            (schema.AllOf ??= []).Add(new OpenApiSchema { Type = schema.Type, Pattern = pattern });
        }
    }

    public static void Forbid(this OpenApiSchema schema, OpenApiSchema what)
    {
        if (schema.Not is OpenApiSchema { AnyOf: { } several })
        {
            several.Add(what);
        }
        else
        {
            schema.Not = schema.Not is { } one ? new OpenApiSchema { AnyOf = [one, what] } : what;
        }
    }

    public static void ForbidNull(this OpenApiSchema schema)
    {
        if (schema.Type is { } type)
        {
            schema.Type = type & ~JsonSchemaType.Null;
        }
        else if (schema.AnyOf is [var value, { Type: JsonSchemaType.Null }])
        {
            (schema.AnyOf, schema.AllOf) = (null, [value, .. schema.AllOf ?? []]);
        }
        else if (schema is { AllOf: not [OpenApiSchemaReference, ..], Not: not OpenApiSchema { Type: JsonSchemaType.Null } })
        {
            schema.Forbid(new OpenApiSchema { Type = JsonSchemaType.Null });
        }
    }

    /// <summary>Lets one value by.</summary>
    public static OpenApiSchema Only(this OpenApiSchema schema, object value, StrictJson json)
    {
        var node = json.NodeOf(value);
        if (node.GetValueKind() == JsonValueKind.String)
        {
            schema.Const = node.GetValue<string>();
        }
        else
        {
            // The library's const is a text, whatever the type.
            schema.Enum = [node];
        }
        return schema;
    }

    private static int? Larger(int? known, int min) => min > (known ?? 0) ? min : known;

    private static int? Smaller(int? known, int max) => max < (known ?? int.MaxValue) ? max : known;

    /// <summary>A number as JSON has it.</summary>
    [return: NotNullIfNotNull(nameof(number))]
    public static string? Text(object? number) => number is null ? null : Convert.ToString(number, CultureInfo.InvariantCulture)!;

    private static int Compare(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture));
}
