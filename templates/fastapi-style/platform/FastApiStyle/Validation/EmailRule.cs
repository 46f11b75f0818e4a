using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation;

/// <summary>
/// A mailbox of RFC 5321 §4.1.2, with the letters of RFC 6531: a dot-string of at most 64 characters at a domain, which has a dot,
/// since no other one gets mail from elsewhere.
/// </summary>
internal sealed class EmailRule<T> : PropertyValidator<T, string?>, IEmailValidator, IRegularExpressionValidator, ISchemaRule
{
    // By what they leave out, since beyond ASCII all but white space is allowed.
    private const string Atom = @"[^\s\x00-\x1F""(),.:;<>@[\\\]\x7F-\x9F]+";
    private const string Letter = @"[^\s\x00-\x2F:-@[-`{-\x9F]";
    private const string LetterOrHyphen = @"[^\s\x00-,./:-@[-`{-\x9F]";
    private const string Label = $"{Letter}({LetterOrHyphen}{{0,61}}{Letter})?";

    private static readonly Regex Regex = EcmaPattern.Compile(Pattern);

    private static string Pattern => $@"^(?=[^@]{{1,64}}@){Atom}(\.{Atom})*@{Label}(\.{Label})+$";

    public override string Name => "EmailValidator";

    public string Expression => Pattern;

    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || Regex.IsMatch(value);
}
