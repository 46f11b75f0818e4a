using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace FastApiStyle.Json;

/// <summary>The codes that Pydantic 2 has for faults of type, with its words: they are for people, and who comes from FastAPI knows them.</summary>
internal static class TypeCodes
{
    public static (string Type, string Msg) Fraction => ("int_from_float", "Input should be a valid integer, got a number with a fractional part");

    public static (string Type, string Msg) IntegerSize => ("int_parsing_size", "Input should be an integer that fits its format");

    public static (string Type, string Msg) NumberSize => ("number_size", "Input should be a number that fits its format");

    public static (string Type, string Msg) NotUtf8 => ("string_unicode", "Input should be Unicode text in UTF-8");

    private static (string Type, string Msg) WithNul => ("string_unicode", "Input should be text without U+0000");

    /// <summary>Why a text in JSON cannot be taken.</summary>
    public static (string Type, string Msg) Unicode(JsonElement text)
    {
        if (!TypeFaults.IsUtf8(text))
        {
            return NotUtf8;
        }
        try
        {
            text.GetString();
            return WithNul;
        }
        catch (InvalidOperationException)
        {
            return ("string_unicode", "Input should be Unicode text without a lone surrogate");
        }
    }

    /// <summary>Whether a value of the type is a text in JSON.</summary>
    public static bool IsText(JsonTypeInfo info) => info.Kind == JsonTypeInfoKind.None && !FreeForm.Is(info.Type) && Underlying(info.Type) is var type
        && type != typeof(bool) && !WireFormat.IsInteger(type) && !WireFormat.IsNumber(type);

    /// <summary>A text that does not spell the type, and what is wrong with it where the message leaves that open.</summary>
    public static (string Type, string Msg, string? Reason) OfSpelling(Type type, string text) => type switch
    {
        _ when WireFormat.IsInteger(type) => ("int_parsing", "Input should be a valid integer, unable to parse string as an integer", null),
        _ when type == typeof(decimal) => ("decimal_parsing", "Input should be a valid decimal", null),
        _ when WireFormat.IsNumber(type) => ("float_parsing", "Input should be a valid number, unable to parse string as a number", null),
        _ when type == typeof(string) => (WithNul.Type, WithNul.Msg, null),
        _ when type == typeof(bool) => ("bool_parsing", "Input should be a valid boolean, unable to interpret input", null),
        _ when type == typeof(Guid) => ("uuid_parsing", "Input should be a valid UUID", null),
        _ when type == typeof(DateTimeOffset) || type == typeof(DateTime) => DateReasons.DateAndTime(text),
        _ when type == typeof(DateOnly) => DateReasons.Date(text),
        _ when type == typeof(TimeOnly) => ("time_parsing", "Input should be in a valid time format", null),
        _ when type == typeof(TimeSpan) => DateReasons.Duration(text),
        _ when type == typeof(Uri) => ("url_parsing", "Input should be an absolute URL", null),
        _ when type == typeof(byte[]) => ("base64_type", "Input should be base64 text", null),
        _ => ("value_error", "Input is not valid", null),
    };

    /// <summary>Another kind of JSON value than that of the type.</summary>
    public static (string Type, string Msg) OfKind(JsonTypeInfo info) => Underlying(info.Type) switch
    {
        var type when WireFormat.IsInteger(type) => ("int_type", "Input should be a valid integer"),
        var type when type == typeof(decimal) => ("decimal_type", "Input should be a number"),
        var type when WireFormat.IsNumber(type) => ("float_type", "Input should be a valid number"),
        var type when type == typeof(bool) => ("bool_type", "Input should be a valid boolean"),
        var type when type == typeof(Guid) => ("uuid_type", "Input should be a text that holds a UUID"),
        var type when type == typeof(DateTimeOffset) || type == typeof(DateTime) => ("datetime_type", "Input should be a valid datetime"),
        var type when type == typeof(DateOnly) => ("date_type", "Input should be a valid date"),
        var type when type == typeof(TimeOnly) => ("time_type", "Input should be a valid time"),
        var type when type == typeof(TimeSpan) => ("time_delta_type", "Input should be a valid timedelta"),
        var type when type == typeof(Uri) => ("url_type", "Input should be a text that holds a URL"),
        _ when IsText(info) => ("string_type", "Input should be a valid string"),
        var type when IsDictionary(type) => ("dict_type", "Input should be a valid dictionary"),
        var type when type.IsAssignableTo(typeof(IEnumerable)) => ("list_type", "Input should be a valid list"),
        var type when type == typeof(JsonValue) => ("value_error", "Input should be a text, a number or a boolean"),
        var type when FreeForm.Is(type) => ("value_error", "Input should be a value other than null"),
        _ => ("model_attributes_type", "Input should be a valid dictionary or object to extract fields from"),
    };

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsDictionary(Type type) => type.GetInterfaces().Append(type).Any(each => each == typeof(IDictionary)
        || (each.IsGenericType && (each.GetGenericTypeDefinition() == typeof(IDictionary<,>) || each.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))));
}
