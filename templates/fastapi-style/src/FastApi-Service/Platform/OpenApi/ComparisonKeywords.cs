using System.Text.Json;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>The keywords of comparisons with a value, and of the digits that a decimal may have.</summary>
internal static class ComparisonKeywords
{
    /// <returns>Whether keywords say the rule whole.</returns>
    public static bool TrySay(Place place, IComparisonValidator comparison, JsonSerializerOptions json)
    {
        var value = comparison.ValueToCompare;
        switch (comparison.Comparison)
        {
            case Comparison.NotEqual when value is null:
                return true;
            case Comparison.NotEqual:
                place.Say(schema => schema.Forbid(new OpenApiSchema().Only(value, json)));
                return true;
            case Comparison.Equal when value is not null:
                place.Say(schema => schema.Only(value, json));
                return true;
            case not Comparison.Equal when value is not null && Keywords.IsNumber(value.GetType()):
                place.Say(schema => SayBound(schema, comparison.Comparison, value));
                return true;
            default:
                return false;
        }
    }

    /// <returns>Whether keywords say the rule whole: to JSON Schema, 1.0 and 1 are one number.</returns>
    public static bool TrySayPrecision(Place place, (int Precision, int Scale, bool IgnoreTrailingZeros) digits)
    {
        // Beyond 28 digits a decimal has no more to refuse.
        if (digits.Scale <= 28)
        {
            var step = new decimal(1, 0, 0, false, (byte)digits.Scale);
            place.Say(schema => schema.MultipleOf = Math.Max(step, schema.MultipleOf ?? step));
        }
        if (digits.Precision - digits.Scale is var whole and <= 28)
        {
            var end = 1 / new decimal(1, 0, 0, false, (byte)whole);
            place.Say(schema => schema.AtLeast(-end, exclusive: true));
            place.Say(schema => schema.AtMost(end, exclusive: true));
        }
        return digits.IgnoreTrailingZeros;
    }

    private static void SayBound(OpenApiSchema schema, Comparison comparison, object value)
    {
        var exclusive = comparison is Comparison.GreaterThan or Comparison.LessThan;
        if (comparison is Comparison.GreaterThan or Comparison.GreaterThanOrEqual)
        {
            schema.AtLeast(value, exclusive);
        }
        else
        {
            schema.AtMost(value, exclusive);
        }
    }
}
