using System.Text.Json.Nodes;
using FastApiStyle.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>Writes what a type itself enforces: the bounds of numbers, and how dates and times are written.</summary>
internal sealed class TypeSchemas : ISchemaFilter
{
    // Bounds stand where the format is not one that every tool knows the bounds of.
    private static readonly Dictionary<Type, (string Format, object? Min, object? Max)> Numbers = new()
    {
        [typeof(sbyte)] = ("int8", sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = ("uint8", byte.MinValue, byte.MaxValue),
        [typeof(short)] = ("int16", short.MinValue, short.MaxValue),
        [typeof(ushort)] = ("uint16", ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = ("int32", null, null),
        [typeof(uint)] = ("uint32", uint.MinValue, uint.MaxValue),
        [typeof(long)] = ("int64", null, null),
        // Who reads numbers as doubles would read another bound.
        [typeof(ulong)] = ("uint64", ulong.MinValue, null),
        [typeof(float)] = ("float", null, null),
        [typeof(double)] = ("double", null, null),
        // Swashbuckle would say "double", and generated clients would round.
        [typeof(decimal)] = ("decimal", null, null),
    };

    private static readonly Dictionary<Type, (string? Format, string? Pattern)> Texts = new()
    {
        [typeof(DateOnly)] = ("date", null),
        [typeof(TimeOnly)] = (null, WireFormat.TimePattern),
        [typeof(TimeSpan)] = (null, WireFormat.DurationPattern),
        [typeof(Uri)] = ("uri", null),
        // One UTF-16 unit.
        [typeof(char)] = (null, @"^[\u0001-\uD7FF\uE000-\uFFFF]$"),
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described)
        {
            return;
        }
        var type = OptionalConverter.ValueType(context.Type) ?? context.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Numbers.TryGetValue(type, out var number))
        {
            described.Format = number.Format;
            described.Minimum ??= Keywords.Text(number.Min);
            described.Maximum ??= Keywords.Text(number.Max);
        }
        if (Texts.TryGetValue(type, out var text))
        {
            (described.Format, described.Pattern) = text;
        }
        if (type == typeof(JsonValue))
        {
            described.Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean;
        }
        // A set takes what stands twice, once. Only a rule refuses it.
        described.UniqueItems = null;
    }
}
