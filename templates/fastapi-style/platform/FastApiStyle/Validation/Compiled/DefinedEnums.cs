namespace FastApiStyle.Validation.Compiled;

/// <summary>The values of an enum, asked for by their type.</summary>
internal static class DefinedEnums<T> where T : struct, Enum
{
    public static bool Has(T value) => Enum.IsDefined(value);

    public static bool HasOrNull(T? value) => value is not { } there || Enum.IsDefined(there);
}
