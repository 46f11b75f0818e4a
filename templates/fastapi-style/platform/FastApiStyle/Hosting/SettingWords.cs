using System.Collections;
using System.ComponentModel.DataAnnotations;
using FastApiStyle.Validation;

namespace FastApiStyle.Hosting;

/// <summary>What a rule asks of a setting, in the words of the rules of schemas: the attributes' own speak of fields, strings and array types.</summary>
internal static class SettingWords
{
    /// <param name="rule">The rule.</param>
    /// <param name="member">Of what.</param>
    /// <param name="value">What it refuses. A text may be a secret, and is not repeated.</param>
    /// <param name="message">What it says of that: words of its own, which stay, or those of the framework.</param>
    public static string Of(ValidationAttribute rule, string member, object? value, string message)
    {
        var words = message.Replace($"The field {member} ", "", StringComparison.Ordinal).Replace($"The {member} field ", "", StringComparison.Ordinal);
        return rule switch
        {
            _ when words == message => message.TrimEnd('.'),
            RequiredAttribute => "must not be empty",
            RangeAttribute range => $"must be {Bounds(range)}{(value is string ? "" : $", and is {value}")}",
            MinLengthAttribute length => $"must have {SchemaRuleWords.Bounds(length.Length, int.MaxValue)} {Count(value)}",
            MaxLengthAttribute length => $"must have {SchemaRuleWords.Bounds(0, length.Length)} {Count(value)}",
            LengthAttribute length => $"must have {SchemaRuleWords.Bounds(length.MinimumLength, length.MaximumLength)} {Count(value)}",
            StringLengthAttribute length => $"must have {SchemaRuleWords.Bounds(length.MinimumLength, length.MaximumLength)} {Count(value)}",
            RegularExpressionAttribute text => $"must match the pattern {text.Pattern}",
            EmailAddressAttribute => "must be an e-mail address",
            UrlAttribute => "must be an address such as https://example.com",
            AllowedValuesAttribute one => $"must be one of {string.Join(", ", one.Values)}",
            _ => words.TrimEnd('.'),
        };
    }

    private static string Count(object? value) =>
        value is string text ? $"characters, and has {text.Length}" : $"items, and has {(value as IEnumerable)?.Cast<object?>().Count()}";

    private static string Bounds(RangeAttribute range)
    {
        var least = $"{(range.MinimumIsExclusive ? "greater than" : "at least")} {range.Minimum}";
        var most = $"{(range.MaximumIsExclusive ? "less than" : "at most")} {range.Maximum}";
        return range.Maximum is int.MaxValue or double.MaxValue ? least
            : range.Minimum is int.MinValue or double.MinValue ? most
            : range.MinimumIsExclusive || range.MaximumIsExclusive ? $"{least} and {most}"
            : $"between {range.Minimum} and {range.Maximum}";
    }
}
