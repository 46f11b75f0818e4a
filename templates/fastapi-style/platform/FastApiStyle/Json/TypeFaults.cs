using System.Collections;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>The faults of type, under the codes that Pydantic 2 has for them.</summary>
internal static class TypeFaults
{
    public static Fault Missing(IReadOnlyList<object> loc) => new("missing", loc, "Field required");

    public static Fault Duplicate(IReadOnlyList<object> loc) => new("duplicate_member", loc, "It stands more than once");

    public static Fault NotUnicode(IReadOnlyList<object> loc) => new(Unicode.Type, loc, Unicode.Msg);

    /// <summary>Whether a JSON value that is no object and no list can be read as a type.</summary>
    public static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>To JSON Schema <c>26.0</c> and <c>2.6e1</c> are integers; System.Text.Json reads only <c>26</c>.</summary>
    public static JsonElement Respell(JsonElement value, Type type) =>
        value.ValueKind == JsonValueKind.Number && WireFormat.IsInteger(Nullable.GetUnderlyingType(type) ?? type) && !value.TryGetInt64(out _)
        && value.TryGetDecimal(out var number) && number == decimal.Truncate(number) && IsExact(value, number)
            ? JsonSerializer.SerializeToElement(decimal.Truncate(number))
            : value;

    /// <summary>A JSON value of the wrong type.</summary>
    public static Fault OfJson(JsonElement value, JsonTypeInfo info, IReadOnlyList<object> loc)
    {
        var kind = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var isObject = info.Kind == JsonTypeInfoKind.Object;
        var (code, msg) = (value.ValueKind, kind) switch
        {
            (JsonValueKind.Number, _) when WireFormat.IsInteger(kind) => IsFraction(value)
                ? ("int_from_float", "Input should be a valid integer, got a number with a fractional part")
                : IntegerSize,
            (_, _) when WireFormat.IsInteger(kind) => ("int_type", "Input should be a valid integer"),
            (JsonValueKind.Number, _) when WireFormat.IsNumber(kind) => NumberSize,
            (_, _) when WireFormat.IsNumber(kind) => ("float_type", "Input should be a valid number"),
            (_, _) when kind == typeof(bool) => ("bool_type", "Input should be a valid boolean"),
            (JsonValueKind.String, _) when kind == typeof(string) => Unicode,
            (_, _) when kind == typeof(string) => ("string_type", "Input should be a valid string"),
            (_, { IsEnum: true }) => OfEnum(kind),
            (JsonValueKind.String, _) when (kind.IsValueType && !isObject) || kind == typeof(Uri) => OfSpelling(kind),
            (JsonValueKind.String, _) when kind == typeof(byte[]) => ("base64_type", "Input should be base64 text"),
            (_, _) when kind == typeof(byte[]) => ("string_type", "Input should be a valid string"),
            (_, _) when !isObject && (kind.IsValueType || kind == typeof(Uri)) => ("string_type", "Input should be a valid string"),
            (_, _) when IsDictionary(kind) => ("dict_type", "Input should be a valid dictionary"),
            (_, _) when kind.IsAssignableTo(typeof(IEnumerable)) => ("list_type", "Input should be a valid list"),
            _ => ("model_attributes_type", "Input should be a valid object"),
        };
        return new(code, loc, msg);
    }

    /// <summary>A text that does not hold the type: of a path, a query, a header or a form.</summary>
    public static (string Type, string Msg) OfText(Type type, string text) => type switch
    {
        _ when WireFormat.IsInteger(type) => WireFormat.IsSpelled(type, text) ? IntegerSize : ("int_parsing", "Input should be a valid integer"),
        _ when WireFormat.IsNumber(type) => WireFormat.IsSpelled(type, text) ? NumberSize : ("float_parsing", "Input should be a valid number"),
        _ => OfSpelling(type),
    };

    private static (string Type, string Msg) OfSpelling(Type type) => type switch
    {
        _ when type == typeof(string) => Unicode,
        _ when type == typeof(bool) => ("bool_parsing", "Input should be true or false"),
        _ when type == typeof(Guid) => ("uuid_parsing", "Input should be a valid UUID"),
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) =>
            ("datetime_parsing", "Input should be a date and time with its offset from UTC, as RFC 3339 writes it"),
        _ when type == typeof(DateOnly) => ("date_parsing", "Input should be a valid date"),
        _ when type == typeof(TimeOnly) => ("time_parsing", "Input should be a valid time"),
        _ when type == typeof(TimeSpan) => ("time_delta_parsing", "Input should be a valid duration"),
        _ when type == typeof(Uri) => ("url_parsing", "Input should be an absolute URL"),
        { IsEnum: true } => OfEnum(type),
        _ => ("value_error", "Input is not valid"),
    };

    private static (string Type, string Msg) Unicode => ("string_unicode", "Input should be Unicode text without U+0000");

    private static (string Type, string Msg) IntegerSize => ("int_parsing_size", "Input should be an integer that fits its format");

    private static (string Type, string Msg) NumberSize => ("number_size", "Input should be a number that fits its format");

    private static (string Type, string Msg) OfEnum(Type type) =>
        ("enum", $"Input should be {string.Join(" or ", Enum.GetNames(type).Select(name => $"'{name}'"))}");

    private static bool IsDictionary(Type type) => type.GetInterfaces().Append(type).Any(each =>
        each == typeof(IDictionary) || (each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)));

    private static bool IsExact(JsonElement value, decimal number) => ExactNumber.IsExact(number, JsonMarshal.GetRawUtf8Value(value));

    private static bool IsFraction(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number != decimal.Truncate(number) || !IsExact(value, number) : Math.Abs(value.GetDouble()) < 1;
}
