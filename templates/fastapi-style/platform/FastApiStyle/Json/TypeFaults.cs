using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>The faults of type, at their place.</summary>
internal static class TypeFaults
{
    public static Fault Missing(IReadOnlyList<object> loc) => new("missing", loc, "Field required");

    public static Fault Duplicate(IReadOnlyList<object> loc) => new("duplicate_member", loc, "It stands more than once");

    public static Fault NotUnicode(IReadOnlyList<object> loc) => new("string_unicode", loc, "Input should be Unicode text, as should the names of its members");

    /// <summary>Whether a JSON value that is no object and no list can be read as a type.</summary>
    public static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        if (FreeForm.Is(type.Type))
        {
            return FreeForm.Fits(value, type.Type);
        }
        try
        {
            value.Deserialize(type);
            return IsUtf8(value);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Whether a JSON text can be decoded, and holds no U+0000.</summary>
    public static bool IsText(JsonElement text)
    {
        try
        {
            return IsUtf8(text) && WireFormat.Holds(typeof(string), text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether its bytes are UTF-8. Who does not look into a value does not find out.</summary>
    public static bool IsUtf8(JsonElement value) => Utf8.IsValid(JsonMarshal.GetRawUtf8Value(value));

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
        if (kind.IsEnum)
        {
            return OfEnum(kind, info.Options.PropertyNamingPolicy, loc);
        }
        var isText = value.ValueKind == JsonValueKind.String;
        // A text that holds a number or a boolean is of the wrong type; another one holds none.
        if (isText && kind != typeof(string) && IsUtf8(value) && (TypeCodes.IsText(info) || IsOther(value, kind)))
        {
            return OfSpelling(kind, TextOf(value), loc);
        }
        var (code, msg) = value.ValueKind switch
        {
            JsonValueKind.Number when WireFormat.IsInteger(kind) => IsFraction(value) ? TypeCodes.Fraction : TypeCodes.IntegerSize,
            JsonValueKind.Number when WireFormat.IsNumber(kind) => TypeCodes.NumberSize,
            _ when isText && kind == typeof(string) => TypeCodes.Unicode(value),
            _ when !IsUtf8(value) => TypeCodes.NotUtf8,
            _ => TypeCodes.OfKind(info),
        };
        return new(code, loc, msg);
    }

    /// <summary>A text that does not hold the type: of a path, a query, a header or a form.</summary>
    public static Fault OfText(Type type, string text, JsonNamingPolicy policy, IReadOnlyList<object> loc)
    {
        if (type.IsEnum)
        {
            return OfEnum(type, policy, loc);
        }
        var isNumber = WireFormat.IsInteger(type) || WireFormat.IsNumber(type);
        if (!isNumber || !WireFormat.IsSpelled(type, text))
        {
            return OfSpelling(type, text, loc);
        }
        var (code, msg) = WireFormat.IsInteger(type) ? TypeCodes.IntegerSize : TypeCodes.NumberSize;
        return new(code, loc, msg);
    }

    /// <returns>What is wrong with a name of any text, or null.</returns>
    public static Fault? OfName(string name, IReadOnlyList<object> place) =>
        WireFormat.Holds(typeof(string), name) ? null : OfSpelling(typeof(string), name, [.. place, "[key]"]);

    /// <returns>What is wrong with a key of a dictionary, at Pydantic's place for it, or null.</returns>
    public static Fault? OfKey(string key, JsonTypeInfo dictionary, IReadOnlyList<object> place)
    {
        var type = dictionary.KeyType!;
        if (type == typeof(string))
        {
            return OfName(key, place);
        }
        try
        {
            JsonSerializer.Deserialize(new JsonObject { [key] = null }, typeof(Dictionary<,>).MakeGenericType(type, typeof(JsonNode)), dictionary.Options);
            return null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return OfText(type, key, dictionary.Options.PropertyNamingPolicy!, [.. place, "[key]"]);
        }
    }

    private static Fault OfSpelling(Type type, string text, IReadOnlyList<object> loc)
    {
        var (code, msg, reason) = TypeCodes.OfSpelling(type, text);
        return reason is null ? new(code, loc, msg) : new(code, loc, $"{msg}, {reason}", new Dictionary<string, object> { ["error"] = reason });
    }

    private static Fault OfEnum(Type type, JsonNamingPolicy? policy, IReadOnlyList<object> loc)
    {
        string[] names = [.. EnumNames.Of(type, policy).Wire.Select(name => $"'{name}'")];
        var expected = names.Length > 1 ? $"{string.Join(", ", names[..^1])} or {names[^1]}" : string.Concat(names);
        return new("enum", loc, $"Input should be {expected}", new Dictionary<string, object> { ["expected"] = expected });
    }

    private static bool IsOther(JsonElement text, Type kind) => (kind == typeof(bool) || WireFormat.IsInteger(kind) || WireFormat.IsNumber(kind))
        && !WireFormat.IsSpelled(kind, TextOf(text));

    /// <summary>As it was sent: what is escaped need not be a text.</summary>
    private static string TextOf(JsonElement text) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    private static bool IsExact(JsonElement value, decimal number) => ExactNumber.IsExact(number, JsonMarshal.GetRawUtf8Value(value));

    private static bool IsFraction(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number != decimal.Truncate(number) || !IsExact(value, number) : Math.Abs(value.GetDouble()) < 1;
}
