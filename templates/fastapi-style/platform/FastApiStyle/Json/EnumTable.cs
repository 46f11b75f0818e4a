using System.Globalization;
using System.Text.Json;

namespace FastApiStyle.Json;

/// <summary>
/// The names that the values of an enum have for clients. For the runtime one class serves all enums; what is generic it compiles anew for
/// each, and collections of its values with it.
/// </summary>
internal sealed class EnumTable
{
    // So long a name is read without making a text of it.
    private const int Short = 64;

    private readonly Dictionary<string, ulong> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<ulong, string> wire = [];

    public EnumTable(Type type, EnumNames names)
    {
        byText = values.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in names.Wire)
        {
            var value = Bits(Enum.Parse(type, names.ByWire[name]));
            values[name] = value;
            // Of two names for one value, the first.
            wire.TryAdd(value, name);
        }
    }

    /// <summary>The value of the name that a reader is at.</summary>
    public ulong Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueSpan.Length > Short)
        {
            return values.TryGetValue(reader.GetString()!, out var found) ? found : throw new JsonException();
        }
        Span<char> name = stackalloc char[Short];
        return byText.TryGetValue(name[..reader.CopyString(name)], out var value) ? value : throw new JsonException();
    }

    public string? NameOf(ulong value) => wire.GetValueOrDefault(value);

    /// <summary>The name of a value, as the converter writes it.</summary>
    public string NameOf(object value) => NameOf(Bits(value)) ?? value.ToString()!;

    /// <summary>A value as a number of its own size, without a sign.</summary>
    private static ulong Bits(object value) => Type.GetTypeCode(value.GetType()) switch
    {
        TypeCode.SByte => (byte)Convert.ToSByte(value, CultureInfo.InvariantCulture),
        TypeCode.Int16 => (ushort)Convert.ToInt16(value, CultureInfo.InvariantCulture),
        TypeCode.Int32 => (uint)Convert.ToInt32(value, CultureInfo.InvariantCulture),
        TypeCode.Int64 => (ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
