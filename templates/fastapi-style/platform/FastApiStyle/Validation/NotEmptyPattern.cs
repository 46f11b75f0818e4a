using FluentValidation.Validators;

namespace FastApiStyle.Validation;

/// <summary>What a text must hold of which a rule says that it is not empty.</summary>
internal static class NotEmptyPattern
{
    public const string NotBlank = @"\S";

    // What char.IsWhiteSpace leaves: a rule that was compiled where those of this library are not seen.
    private const string NotWhite = @"[^\s\u0085]|\uFEFF";

    public static string Of(IPropertyValidator rule) => rule is ISchemaRule ? NotBlank : NotWhite;
}
