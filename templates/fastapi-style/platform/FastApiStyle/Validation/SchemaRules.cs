using System.Buffers;
using System.Text.RegularExpressions;
using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation;

/// <summary>A rule that refuses exactly what its keyword in a schema refuses.</summary>
internal interface ISchemaRule;

/// <summary>How many items a list may have.</summary>
internal interface ICountRule : ISchemaRule
{
    int Min { get; }

    /// <summary><see cref="int.MaxValue"/> for no bound.</summary>
    int Max { get; }
}

/// <summary>No item of a list stands twice.</summary>
internal interface IUniqueRule : ISchemaRule;

/// <summary>A length in Unicode code points, where FluentValidation counts UTF-16 units.</summary>
internal sealed class LengthRule<T>(int minimum, int maximum) : PropertyValidator<T, string?>, ILengthValidator, ISchemaRule, IValueRule<string?>
{
    public override string Name => "LengthValidator";

    public int Min => minimum;

    /// <summary><see cref="int.MaxValue"/> for no bound.</summary>
    public int Max => maximum;

    public bool Holds(string? value) => value is null || (LengthOf(value) is var length && length >= minimum && length <= maximum);

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        if (Holds(value))
        {
            return true;
        }
        context.MessageFormatter
            .AppendArgument("MinLength", minimum).AppendArgument("MaxLength", maximum).AppendArgument("TotalLength", LengthOf(value!));
        return false;
    }

    /// <summary>Where its UTF-16 units do not decide, the code points are counted.</summary>
    private int LengthOf(string value) => value.Length > maximum || value.Length / 2 < minimum
        ? value.Length - CountOfPairs(value)
        : value.Length;

    private static int CountOfPairs(string value)
    {
        var count = 0;
        foreach (var unit in value)
        {
            count += char.IsLowSurrogate(unit) ? 1 : 0;
        }
        return count;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => SchemaRuleWords.Between(minimum, maximum, "characters");
}

/// <summary>A pattern as ECMA-262 reads it.</summary>
internal sealed class PatternRule<T>(string pattern) : PropertyValidator<T, string?>, IRegularExpressionValidator, ISchemaRule, IValueRule<string?>
{
    private readonly Regex regex = EcmaPattern.Compile(pattern);

    public override string Name => "RegularExpressionValidator";

    public string Expression => pattern;

    public bool Holds(string? value) => value is null || regex.IsMatch(value);

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        if (Holds(value))
        {
            return true;
        }
        context.MessageFormatter.AppendArgument("RegularExpression", pattern);
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "'{PropertyName}' must match the pattern {RegularExpression}.";
}

/// <summary>A text that holds more than white space, as ECMA-262 has it.</summary>
internal sealed class NotBlankRule<T> : PropertyValidator<T, string?>, INotEmptyValidator, ISchemaRule, IValueRule<string?>
{
    private static readonly SearchValues<char> White = SearchValues.Create(
        "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF");

    public override string Name => "NotEmptyValidator";

    public bool Holds(string? value) => value.AsSpan().ContainsAnyExcept(White);

    public override bool IsValid(ValidationContext<T> context, string? value) => Holds(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => Localized(errorCode, Name);
}

internal sealed class CountRule<T, TItem>(int minimum, int maximum)
    : PropertyValidator<T, IReadOnlyCollection<TItem>?>, ICountRule, IValueRule<IReadOnlyCollection<TItem>?>
{
    public override string Name => "CountValidator";

    public int Min => minimum;

    public int Max => maximum;

    public bool Holds(IReadOnlyCollection<TItem>? value) => value is null || (value.Count >= minimum && value.Count <= maximum);

    public override bool IsValid(ValidationContext<T> context, IReadOnlyCollection<TItem>? value)
    {
        if (Holds(value))
        {
            return true;
        }
        context.MessageFormatter
            .AppendArgument("MinLength", minimum).AppendArgument("MaxLength", maximum).AppendArgument("TotalLength", value!.Count);
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => SchemaRuleWords.Between(minimum, maximum, "items");
}
