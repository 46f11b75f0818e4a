using FastApiService.Platform.Errors;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiService.Platform.OpenApi;

/// <summary>Writes what a type itself enforces: the bounds of numbers, and how dates and times are written.</summary>
internal sealed class TypeSchemas : ISchemaFilter
{
    private const string Time = @"([01]?\d|2[0-3]):[0-5]?\d(:[0-5]?\d(\.\d{1,7})?)?";

    private static readonly Dictionary<Type, (object Min, object Max)> Bounds = new()
    {
        [typeof(sbyte)] = (sbyte.MinValue, sbyte.MaxValue),
        [typeof(byte)] = (byte.MinValue, byte.MaxValue),
        [typeof(short)] = (short.MinValue, short.MaxValue),
        [typeof(ushort)] = (ushort.MinValue, ushort.MaxValue),
        [typeof(int)] = (int.MinValue, int.MaxValue),
        [typeof(uint)] = (uint.MinValue, uint.MaxValue),
        [typeof(long)] = (long.MinValue, long.MaxValue),
        [typeof(ulong)] = (ulong.MinValue, ulong.MaxValue),
        [typeof(float)] = (float.MinValue, float.MaxValue),
        [typeof(double)] = (double.MinValue, double.MaxValue),
        [typeof(decimal)] = (decimal.MinValue, decimal.MaxValue),
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described)
        {
            return;
        }
        var type = OptionalConverter.ValueType(context.Type) ?? context.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Bounds.TryGetValue(type, out var bounds))
        {
            described.AtLeast(bounds.Min);
            described.AtMost(bounds.Max);
        }
        (described.Format, described.Pattern) = type switch
        {
            // Swashbuckle would say "double", and generated clients would round.
            _ when type == typeof(decimal) => ("decimal", null),
            _ when type == typeof(short) || type == typeof(byte) || type == typeof(ushort) || type == typeof(sbyte) =>
                (type == typeof(byte) ? "uint8" : type == typeof(sbyte) ? "int8" : type == typeof(short) ? "int16" : "uint16", null),
            _ when type == typeof(TimeOnly) => (null, $"^{Time}$"),
            _ when type == typeof(TimeSpan) => (null, $@"^-?(\d{{1,7}}|(\d{{1,7}}\.)?{Time})$"),
            _ when type == typeof(DateOnly) => ("date", null),
            _ when type == typeof(Uri) => ("uri", null),
            _ => (described.Format, described.Pattern),
        };
        if (type == typeof(char))
        {
            described.Lengths(1, 1);
        }
        if (type == typeof(Fault) && described.Properties?["loc"] is OpenApiSchema loc)
        {
            loc.Items = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Integer };
        }
    }
}
