using System.Collections;
using System.Globalization;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using FastApiStyle.OpenApi;
using FastApiStyle.Validation.Compiled;
using FluentValidation.Internal;
using FluentValidation.Resources;
using FluentValidation.Results;
using FluentValidation.Validators;
using static FastApiStyle.Validation.PydanticFaults;

namespace FastApiStyle.Validation;

/// <summary>Turns what FluentValidation found into faults, under the codes and bounds that Pydantic 2 has for them.</summary>
internal static class RuleFaults
{
    // Where a failure keeps the rule that made it. What code adds to a context has none.
    private const string Rule = "Rule";

    // In one language, whatever that of the machine: not enabled, it knows English alone.
    private static readonly LanguageManager English = new() { Enabled = false };

    public static void Keep(this ValidationFailure failure, IRuleComponent rule) =>
        (failure.FormattedMessagePlaceholderValues ??= [])[Rule] = rule;

    /// <summary>The rule that made a failure, or null for one that code added to the context.</summary>
    public static IRuleComponent? RuleOf(this ValidationFailure failure) =>
        (failure as FoundFailure)?.Rule ?? failure.FormattedMessagePlaceholderValues?.GetValueOrDefault(Rule) as IRuleComponent;

    public static Fault From(ValidationFailure failure, IReadOnlyList<object> loc)
    {
        if (failure.RuleOf() is not { } rule)
        {
            return new(failure.ErrorCode ?? "value_error", loc, failure.ErrorMessage);
        }
        var fault = From(failure, rule.Validator, loc);
        var code = failure.ErrorCode == rule.Validator.Name ? null : failure.ErrorCode;
        var words = OwnMessage(failure, rule, loc);
        // What the author of the rule says goes before the words that every rule of its kind has.
        return code is null && words is null ? fault : fault with { Type = code ?? fault.Type, Msg = words ?? fault.Msg };
    }

    private static string? OwnMessage(ValidationFailure failure, IRuleComponent rule, IReadOnlyList<object> loc)
    {
        if (failure is FoundFailure || !RuleInsides.MayHaveOwnMessage(rule))
        {
            return null;
        }
        try
        {
            var template = rule.GetUnformattedErrorMessage();
            return template == rule.Validator.GetDefaultMessageTemplate(rule.ErrorCode) ? null : Words(template, failure, loc);
        }
        catch (Exception)
        {
            // It is made from the request.
            return failure.ErrorMessage;
        }
    }

    /// <summary>Fills a template of FluentValidation, which names the place as the client does.</summary>
    private static string Words(string template, ValidationFailure failure, IReadOnlyList<object> loc)
    {
        var words = new MessageFormatter();
        foreach (var (name, value) in failure.FormattedMessagePlaceholderValues ?? [])
        {
            words.AppendArgument(name, value);
        }
        return words.AppendPropertyName(loc[^1].ToString()!).BuildMessage(template);
    }

    private static string DefaultWords(ValidationFailure failure, string rule, IReadOnlyList<object> loc) =>
        English.GetString(rule) is { Length: > 0 } template ? Words(template, failure, loc) : failure.ErrorMessage;

    private static Fault From(ValidationFailure failure, IPropertyValidator validator, IReadOnlyList<object> loc)
    {
        var values = failure.FormattedMessagePlaceholderValues;
        object Value(string name) => values?.GetValueOrDefault(name) ?? "";

        // Against another member: its value is the client's, and not for an answer.
        Fault Comparison(string type, string relation, string name) => Value("ComparisonProperty") is string { Length: > 0 }
            ? new(type, loc, $"Input should be {relation} another value of the request")
            : Bound(type, loc, relation, name, Value("ComparisonValue"));

        return validator.Name switch
        {
            // Of its two keywords in the document, the one that is not kept.
            "NotEmptyValidator" when failure.AttemptedValue is string { Length: > 0 } => Mismatch(loc, NotEmptyPattern.Of(validator)),
            "NotEmptyValidator" when failure.AttemptedValue is string => TooShort(loc, 1),
            "NotEmptyValidator" when failure.AttemptedValue is IEnumerable => Count("too_short", loc, "least", "min_length", 1, 0),
            "NotEmptyValidator" or "NotNullValidator" => TypeFaults.Missing(loc),
            // The service's own rule of length, and those that a library of rules takes from FluentValidation.
            "LengthValidator" or "MinimumLengthValidator" or "MaximumLengthValidator" or "ExactLengthValidator" =>
                Number(Value("TotalLength")) < Number(Value("MinLength"))
                    ? TooShort(loc, Value("MinLength"))
                    : TooLong(loc, Value("MaxLength")),
            "InclusiveBetweenValidator" when IsBelow(failure.AttemptedValue, Value("From")) =>
                Bound("greater_than_equal", loc, "greater than or equal to", "ge", Value("From")),
            "InclusiveBetweenValidator" => Bound("less_than_equal", loc, "less than or equal to", "le", Value("To")),
            "ExclusiveBetweenValidator" when !IsBelow(Value("From"), failure.AttemptedValue) => Bound("greater_than", loc, "greater than", "gt", Value("From")),
            "ExclusiveBetweenValidator" => Bound("less_than", loc, "less than", "lt", Value("To")),
            "GreaterThanValidator" => Comparison("greater_than", "greater than", "gt"),
            "GreaterThanOrEqualValidator" => Comparison("greater_than_equal", "greater than or equal to", "ge"),
            "LessThanValidator" => Comparison("less_than", "less than", "lt"),
            "LessThanOrEqualValidator" => Comparison("less_than_equal", "less than or equal to", "le"),
            "CountValidator" when Number(Value("TotalLength")) < Number(Value("MinLength")) =>
                Count("too_short", loc, "least", "min_length", Value("MinLength"), Value("TotalLength")),
            "CountValidator" => Count("too_long", loc, "most", "max_length", Value("MaxLength"), Value("TotalLength")),
            "UniqueValidator" => new("not_unique", loc, "List should have no item twice"),
            "ScalePrecisionValidator" when Number(Value("ActualScale")) <= Number(Value("ExpectedScale")) => WholeDigits(
                loc, Number(Value("ExpectedPrecision")) - Number(Value("ExpectedScale"))),
            "ScalePrecisionValidator" => With("decimal_max_places", loc,
                $"Decimal input should have no more than {Value("ExpectedScale")} decimal places", "decimal_places", Value("ExpectedScale")),
            "RegularExpressionValidator" => Mismatch(loc, Value("RegularExpression")),
            "EnumValidator" or "StringEnumValidator" => new("enum", loc, "Input should be one of the documented values"),
            "EmailValidator" when EmailReasons.Of(failure.AttemptedValue as string ?? "") is { } reason =>
                With("value_error", loc, $"value is not a valid email address: {reason}", "reason", reason),
            "EmailValidator" => new("value_error", loc, "value is not a valid email address"),
            // FluentValidation's words for these repeat values, which may be secret.
            "EqualValidator" => new("value_error", loc, "Input is not equal to what it should be"),
            "NotEqualValidator" => new("value_error", loc, "Input is equal to what it should not be"),
            _ => new("value_error", loc, DefaultWords(failure, validator.Name, loc)),
        };
    }

    private static bool IsBelow(object? value, object? bound) =>
        value is IComparable comparable && bound?.GetType() == value.GetType() && comparable.CompareTo(bound) < 0;

    private static decimal Number(object? value) => value is IConvertible and not string
        ? Convert.ToDecimal(value, CultureInfo.InvariantCulture)
        : 0;
}
