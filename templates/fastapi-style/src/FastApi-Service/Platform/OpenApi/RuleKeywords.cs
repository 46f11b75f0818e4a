using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FastApiService.Platform.Validation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>The keywords of one rule that always holds.</summary>
internal sealed class RuleKeywords(JsonSerializerOptions json)
{
    // What char.IsWhiteSpace leaves, as ECMA-262 says it.
    private const string NotWhite = @"[^\s\u0085]|\uFEFF";

    /// <returns>Whether keywords say the rule whole.</returns>
    public bool TrySay(Place place, Type type, IPropertyValidator rule, bool refusesNull)
    {
        switch (rule)
        {
            case INotNullValidator:
                ForbidNull(place, refusesNull);
                return true;
            case INotEmptyValidator:
                ForbidNull(place, refusesNull);
                return TrySayNotEmpty(place, type);
            case INullValidator when place.Schema is OpenApiSchema { Type: { } kind } && kind.HasFlag(JsonSchemaType.Null):
                place.Say(schema => schema.Type = JsonSchemaType.Null);
                return true;
            case ISchemaRule:
                return TrySayOwn(place, rule);
            case IComparisonValidator comparison when RuleInsides.ComparesWithConstant(comparison):
                return TrySayComparison(place, comparison, refusesNull);
            case IBetweenValidator between when Keywords.IsNumber(between.From.GetType()):
                var exclusive = rule is not IInclusiveBetweenValidator;
                place.Say(schema => schema.AtLeast(between.From, exclusive));
                place.Say(schema => schema.AtMost(between.To, exclusive));
                return true;
            case { Name: "EnumValidator" }:
                return true;
        }
        if (RuleInsides.EnumNamesOf(rule) is { } names)
        {
            place.Say(schema => schema.Enum = [.. names.Select(name => (JsonNode)name)]);
            return true;
        }
        return RuleInsides.PrecisionOf(rule) is { } digits && TrySayPrecision(place, digits);
    }

    private static void ForbidNull(Place place, bool refusesNull)
    {
        if (refusesNull)
        {
            place.ForbidNull();
        }
    }

    private bool TrySayNotEmpty(Place place, Type type)
    {
        if (type == typeof(string))
        {
            place.Say(schema => schema.Lengths(1, int.MaxValue));
            place.Say(schema => schema.Matches(NotWhite));
            return true;
        }
        if (!type.IsValueType)
        {
            var kind = json.GetTypeInfo(type).Kind;
            if (kind == JsonTypeInfoKind.Enumerable)
            {
                place.Say(schema => schema.Counts(1, int.MaxValue));
            }
            else if (kind == JsonTypeInfoKind.Dictionary)
            {
                place.Say(schema => schema.MinProperties = Math.Max(1, schema.MinProperties ?? 0));
            }
            return true;
        }
        if (Nullable.GetUnderlyingType(type) is not null || OptionalConverter.ValueType(type) is not null)
        {
            return true;
        }
        if (!Keywords.IsNumber(type) && type != typeof(bool) && type != typeof(Guid) && !type.IsEnum)
        {
            return false;
        }
        var zero = Activator.CreateInstance(type)!;
        if (!type.IsEnum || Enum.IsDefined(type, zero))
        {
            place.Say(schema => schema.Forbid(Only(new OpenApiSchema(), zero)));
        }
        return true;
    }

    private static bool TrySayOwn(Place place, IPropertyValidator rule)
    {
        switch (rule)
        {
            case ILengthValidator length:
                place.Say(schema => schema.Lengths(length.Min, length.Max));
                return true;
            case ICountRule count:
                place.Say(schema => schema.Counts(count.Min, count.Max));
                return true;
            case IUniqueRule:
                place.Say(schema => schema.UniqueItems = true);
                return true;
            case IRegularExpressionValidator pattern:
                place.Say(schema => schema.Format = rule is IEmailValidator ? "email" : schema.Format);
                place.Say(schema => schema.Matches(pattern.Expression));
                return true;
            default:
                return false;
        }
    }

    private bool TrySayComparison(Place place, IComparisonValidator comparison, bool refusesNull)
    {
        var value = comparison.ValueToCompare;
        switch (comparison.Comparison)
        {
            case Comparison.NotEqual when value is null:
                ForbidNull(place, refusesNull);
                return true;
            case Comparison.NotEqual:
                place.Say(schema => schema.Forbid(Only(new OpenApiSchema(), value)));
                return true;
            case Comparison.Equal when value is not null:
                ForbidNull(place, refusesNull);
                place.Say(schema => Only(schema, value));
                return true;
            case not Comparison.Equal when value is not null && Keywords.IsNumber(value.GetType()):
                place.Say(schema => SayBound(schema, comparison.Comparison, value));
                return true;
            default:
                return false;
        }
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

    private static bool TrySayPrecision(Place place, (int Precision, int Scale, bool IgnoreTrailingZeros) digits)
    {
        var (step, end) = (1m, 1m);
        for (var i = 0; i < digits.Scale; i++)
        {
            step /= 10;
        }
        for (var i = 0; i < digits.Precision - digits.Scale && end < decimal.MaxValue / 10; i++)
        {
            end *= 10;
        }
        place.Say(schema => schema.MultipleOf = Math.Max(step, schema.MultipleOf ?? step));
        place.Say(schema => schema.AtLeast(-end, exclusive: true));
        place.Say(schema => schema.AtMost(end, exclusive: true));
        return digits.IgnoreTrailingZeros;
    }

    private OpenApiSchema Only(OpenApiSchema schema, object value)
    {
        // The library's const is a text, whatever the type.
        if (JsonSerializer.SerializeToNode(value, value.GetType(), json)! is var node && node.GetValueKind() == JsonValueKind.String)
        {
            schema.Const = node.GetValue<string>();
        }
        else
        {
            schema.Enum = [node];
        }
        return schema;
    }
}
