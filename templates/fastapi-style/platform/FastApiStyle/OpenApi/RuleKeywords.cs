using System.Collections;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>The keywords of a rule.</summary>
internal sealed class RuleKeywords(StrictJson json)
{
    private const string Email = "idn-email";

    /// <returns>Whether keywords say the rule. If not, nothing is written.</returns>
    public bool TryWrite(OpenApiSchema schema, Type type, IPropertyValidator rule)
    {
        switch (rule)
        {
            case var _ when OptionalConverter.ValueType(type) is not null:
                return false;
            case INotNullValidator:
                schema.ForbidNull();
                return true;
            case INotEmptyValidator:
                return TryWriteNotEmpty(schema, Nullable.GetUnderlyingType(type) is null ? type : typeof(object), NotEmptyPattern.Of(rule));
            // The names are those of the type.
            case { Name: "EnumValidator" }:
                return true;
            case ILengthValidator length and ISchemaRule:
                schema.Lengths(length.Min, length.Max);
                return true;
            case IRegularExpressionValidator and IEmailValidator and ISchemaRule:
                WriteEmail(schema, ((IRegularExpressionValidator)rule).Expression);
                return true;
            case IRegularExpressionValidator pattern and ISchemaRule:
                schema.Matches(pattern.Expression);
                return true;
            case ICountRule count:
                schema.Counts(count.Min, count.Max);
                return true;
            case IUniqueRule:
                schema.UniqueItems = true;
                return true;
            case IBetweenValidator between when IsNumber(between.From):
                schema.AtLeast(between.From, exclusive: rule is not IInclusiveBetweenValidator);
                schema.AtMost(between.To, exclusive: rule is not IInclusiveBetweenValidator);
                return true;
            case IComparisonValidator { ValueToCompare: { } value } comparison when RuleInsides.IsWithConstant(comparison):
                return TryWrite(schema, comparison.Comparison, value);
            default:
                return RuleInsides.PrecisionOf(rule) is { } digits && TryWrite(schema, digits);
        }
    }

    private bool TryWrite(OpenApiSchema schema, Comparison comparison, object value)
    {
        switch (comparison)
        {
            case Comparison.Equal:
                schema.Only(value, json);
                return true;
            case Comparison.NotEqual:
                schema.Forbid(new OpenApiSchema().Only(value, json));
                return true;
            case Comparison.GreaterThan or Comparison.GreaterThanOrEqual when IsNumber(value):
                schema.AtLeast(value, exclusive: comparison == Comparison.GreaterThan);
                return true;
            case Comparison.LessThan or Comparison.LessThanOrEqual when IsNumber(value):
                schema.AtMost(value, exclusive: comparison == Comparison.LessThan);
                return true;
            default:
                return false;
        }
    }

    /// <summary>No address is empty, so that need not be said of one.</summary>
    private static void WriteEmail(OpenApiSchema schema, string pattern)
    {
        schema.Format = Email;
        schema.MinLength = schema.MinLength > 1 ? schema.MinLength : null;
        schema.Pattern = schema.Pattern == NotEmptyPattern.NotBlank ? null : schema.Pattern;
        schema.Matches(pattern);
    }

    /// <summary>Empty means another thing for each type.</summary>
    private bool TryWriteNotEmpty(OpenApiSchema schema, Type type, string pattern)
    {
        if (type == typeof(string) && schema.Format != Email)
        {
            schema.Lengths(1, int.MaxValue);
            schema.Matches(pattern);
        }
        else if (type.IsValueType)
        {
            var zero = Activator.CreateInstance(type)!;
            if (zero is not Guid && !IsNumber(zero))
            {
                return false;
            }
            schema.Forbid(new OpenApiSchema().Only(zero, json));
        }
        else if (type.IsAssignableTo(typeof(IEnumerable)))
        {
            if (json.TypeInfoOf(type).Kind != JsonTypeInfoKind.Enumerable)
            {
                return false;
            }
            schema.Counts(1, int.MaxValue);
        }
        schema.ForbidNull();
        return true;
    }

    private static bool TryWrite(OpenApiSchema schema, (int Precision, int Scale, bool IgnoresTrailingZeros) digits)
    {
        var whole = digits.Precision - digits.Scale;
        // To a schema 1.0 and 1 are one number; and a decimal has 28 digits.
        if (!digits.IgnoresTrailingZeros || digits.Scale > 28 || whole > 28)
        {
            return false;
        }
        var step = new decimal(1, 0, 0, false, (byte)digits.Scale);
        var end = 1 / new decimal(1, 0, 0, false, (byte)whole);
        schema.MultipleOf = Math.Max(step, schema.MultipleOf ?? step);
        schema.AtLeast(-end, exclusive: true);
        schema.AtMost(end, exclusive: true);
        return true;
    }

    private static bool IsNumber(object value) =>
        WireFormat.IsInteger(value.GetType()) || WireFormat.IsNumber(value.GetType());
}
