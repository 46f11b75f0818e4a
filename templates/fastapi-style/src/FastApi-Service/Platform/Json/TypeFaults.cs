using System.Collections;
using System.Text.Json;
using FastApiService.Platform.Errors;

namespace FastApiService.Platform.Json;

/// <summary>The faults of type, under the codes that Pydantic 2 has for them.</summary>
internal static class TypeFaults
{
    public static Fault Missing(IReadOnlyList<object> loc) => new("missing", loc, "Field required");

    /// <summary>A JSON value of the wrong type.</summary>
    public static Fault OfJson(JsonElement value, Type type, IReadOnlyList<object> loc)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        var (code, msg) = (value.ValueKind, kind) switch
        {
            (JsonValueKind.Number, _) when IsInteger(kind) => value.TryGetDecimal(out var number) && number != decimal.Truncate(number)
                ? ("int_from_float", "Input should be a valid integer, got a number with a fractional part")
                : ("int_parsing_size", "Input should be an integer that fits its format"),
            (_, _) when IsInteger(kind) => ("int_type", "Input should be a valid integer"),
            (JsonValueKind.Number, _) when IsNumber(kind) => ("number_size", "Input should be a number that fits its format"),
            (_, _) when IsNumber(kind) => ("float_type", "Input should be a valid number"),
            (_, _) when kind == typeof(bool) => ("bool_type", "Input should be a valid boolean"),
            (_, _) when kind == typeof(string) => ("string_type", "Input should be a valid string"),
            (_, { IsEnum: true }) => OfEnum(kind),
            (JsonValueKind.String, _) when kind.IsPrimitive || kind.IsValueType => OfText(kind),
            (_, _) when kind.IsValueType => ("string_type", "Input should be a valid string"),
            (_, _) when kind.IsAssignableTo(typeof(IDictionary)) => ("dict_type", "Input should be a valid dictionary"),
            (_, _) when kind.IsAssignableTo(typeof(IEnumerable)) => ("list_type", "Input should be a valid list"),
            _ => ("model_attributes_type", "Input should be a valid object"),
        };
        return new(code, loc, msg);
    }

    /// <summary>A text that does not hold the type: of a path, a query, a header or a form.</summary>
    public static (string Type, string Msg) OfText(Type type) => type switch
    {
        _ when IsInteger(type) => ("int_parsing", "Input should be a valid integer"),
        _ when IsNumber(type) => ("float_parsing", "Input should be a valid number"),
        _ when type == typeof(bool) => ("bool_parsing", "Input should be true or false"),
        _ when type == typeof(Guid) => ("uuid_parsing", "Input should be a valid UUID"),
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => ("datetime_parsing", "Input should be a valid date and time"),
        _ when type == typeof(DateOnly) => ("date_parsing", "Input should be a valid date"),
        _ when type == typeof(TimeOnly) => ("time_parsing", "Input should be a valid time"),
        { IsEnum: true } => OfEnum(type),
        _ => ("value_error", "Input is not valid"),
    };

    private static (string Type, string Msg) OfEnum(Type type) =>
        ("enum", $"Input should be {string.Join(" or ", Enum.GetNames(type).Select(name => $"'{name}'"))}");

    private static bool IsInteger(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte);

    private static bool IsNumber(Type type) =>
        type == typeof(decimal) || type == typeof(double) || type == typeof(float);
}
