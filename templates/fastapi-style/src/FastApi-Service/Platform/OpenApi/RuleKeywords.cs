using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiService.Platform.Validation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>The keywords of one rule that always holds.</summary>
internal sealed class RuleKeywords(JsonSerializerOptions json)
{
    /// <returns>Whether keywords say the rule whole.</returns>
    public bool TrySay(Place place, Type type, IPropertyValidator rule, bool refusesNull)
    {
        if (refusesNull && RefusesNull(rule))
        {
            place.ForbidNull();
        }
        switch (rule)
        {
            case INotNullValidator or { Name: "EnumValidator" }:
                return true;
            case INotEmptyValidator:
                return EmptinessKeywords.TrySay(place, type, json);
            case INullValidator when place.Schema is OpenApiSchema { Type: { } kind } && kind.HasFlag(JsonSchemaType.Null):
                place.Say(schema => schema.Type = JsonSchemaType.Null);
                return true;
            case ISchemaRule:
                return TrySayOwn(place, rule);
            case IComparisonValidator comparison when RuleInsides.ComparesWithConstant(comparison):
                return ComparisonKeywords.TrySay(place, comparison, json);
            case IBetweenValidator between when Keywords.IsNumber(between.From.GetType()):
                var exclusive = rule is not IInclusiveBetweenValidator;
                place.Say(schema => schema.AtLeast(between.From, exclusive));
                place.Say(schema => schema.AtMost(between.To, exclusive));
                return true;
        }
        if (RuleInsides.EnumNamesOf(rule) is { } names && !RuleInsides.IgnoresCase(rule))
        {
            place.Say(schema => schema.Enum = [.. names.Select(name => (JsonNode)name), .. NullOf(schema)]);
            return true;
        }
        return RuleInsides.PrecisionOf(rule) is { } digits && ComparisonKeywords.TrySayPrecision(place, digits);
    }

    private static bool RefusesNull(IPropertyValidator rule) => rule switch
    {
        INotNullValidator or INotEmptyValidator => true,
        IComparisonValidator { Comparison: Comparison.Equal, ValueToCompare: not null } equal => RuleInsides.ComparesWithConstant(equal),
        IComparisonValidator { Comparison: Comparison.NotEqual, ValueToCompare: null } unequal => RuleInsides.ComparesWithConstant(unequal),
        _ => false,
    };

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

    // An enum that does not list null would refuse it.
    private static JsonNode[] NullOf(OpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true ? [JsonNullSentinel.JsonNull] : [];
}
