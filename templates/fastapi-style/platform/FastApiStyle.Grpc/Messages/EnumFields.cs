using System.Text.Json;
using FastApiStyle.Json;
using Google.Protobuf.Reflection;

namespace FastApiStyle.Grpc.Messages;

/// <summary>The values of an enum of a <c>.proto</c>, which begin with its name: <c>ITEM_STATUS_DRAFT</c> is <c>draft</c>.</summary>
internal static class EnumFields
{
    private const string Unspecified = "unspecified";

    /// <returns>The name in JSON; null for what counts as not sent; for a number that has no name, the number.</returns>
    public static string? NameOf(EnumDescriptor type, int number)
    {
        var name = type.FindValueByNumber(number)?.Name;
        var prefix = PrefixOf(type);
        name = name?.StartsWith(prefix, StringComparison.Ordinal) == true ? name[prefix.Length..] : name;
        return name?.ToLowerInvariant() is var lower && lower == Unspecified && number == 0 ? null : lower ?? $"{number}";
    }

    /// <returns>The value as the message has it.</returns>
    public static object ValueOf(EnumDescriptor type, object value)
    {
        var name = EnumNames.Of(value.GetType(), JsonNamingPolicy.SnakeCaseLower).WireOf(value.ToString()!).ToUpperInvariant();
        var found = type.FindValueByName(PrefixOf(type) + name) ?? type.FindValueByName(name)
            ?? throw new InvalidOperationException($"The enum {type.FullName} has no value for {value.GetType().Name}.{value}: add {PrefixOf(type)}{name} there.");
        return Enum.ToObject(type.ClrType, found.Number);
    }

    private static string PrefixOf(EnumDescriptor type) => $"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(type.Name)}_";
}
