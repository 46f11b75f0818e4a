using System.Globalization;
using FastApiStyle.Errors;

namespace FastApiStyle.Validation;

/// <summary>The faults of bounds as Pydantic 2 has them, each with its words and its context.</summary>
internal static class PydanticFaults
{
    public static Fault TooShort(IReadOnlyList<object> loc, object length) => With(
        "string_too_short", loc, $"String should have at least {Plural(length, "character")}", "min_length", length);

    public static Fault Mismatch(IReadOnlyList<object> loc, object pattern) => With(
        "string_pattern_mismatch", loc, $"String should match pattern '{pattern}'", "pattern", pattern);

    public static Fault TooLong(IReadOnlyList<object> loc, object length) => With(
        "string_too_long", loc, $"String should have at most {Plural(length, "character")}", "max_length", length);

    public static Fault Count(string type, IReadOnlyList<object> loc, string relation, string name, object bound, object count) => new(
        type, loc, $"List should have at {relation} {Plural(bound, "item")} after validation, not {count}",
        new Dictionary<string, object> { ["field_type"] = "List", [name] = bound, ["actual_length"] = count });

    public static Fault WholeDigits(IReadOnlyList<object> loc, decimal count) => With(
        "decimal_whole_digits", loc, $"Decimal input should have no more than {count} digits before the decimal point", "whole_digits", count);

    public static Fault Bound(string type, IReadOnlyList<object> loc, string relation, string name, object bound) =>
        With(type, loc, string.Create(CultureInfo.InvariantCulture, $"Input should be {relation} {Spelled(bound)}"), name, bound);

    private static object Spelled(object bound) =>
        bound is DateOnly or DateTime or DateTimeOffset ? ((IFormattable)bound).ToString("O", CultureInfo.InvariantCulture) : bound;

    public static Fault With(string type, IReadOnlyList<object> loc, string msg, string name, object value) =>
        new(type, loc, msg, new Dictionary<string, object> { [name] = value });

    private static string Plural(object count, string unit) => count is 1 ? $"1 {unit}" : $"{count} {unit}s";
}
