using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation;

/// <summary>
/// A mailbox of RFC 5321 §4.1.2, with the letters of RFC 6531: a dot-string of at most 64 characters at a domain, which has a dot,
/// since no other one gets mail from elsewhere.
/// </summary>
internal sealed class EmailRule<T> : PropertyValidator<T, string?>, IEmailValidator, IRegularExpressionValidator, ISchemaRule, IValueRule<string?>
{
    // By what they leave out: beyond ASCII all is allowed but control characters.
    private const string Atom = @"[^\x00-\x20""(),.:;<>@[\\\]\x7F-\xA0]+";
    private const string Letter = @"[^\x00-/:-@[-`{-\xA0]";
    private const string LetterOrHyphen = @"[^\x00-,./:-@[-`{-\xA0]";
    private const string Label = $"{Letter}({LetterOrHyphen}{{0,61}}{Letter})?";

    private static string Pattern => $@"^(?=[^@]{{1,64}}@){Atom}(\.{Atom})*@{Label}(\.{Label})+$";

    public override string Name => "EmailValidator";

    public string Expression => Pattern;

    public bool Holds(string? value) => value is null || EmailAddress.Is(value);

    public override bool IsValid(ValidationContext<T> context, string? value) => Holds(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => "'{PropertyName}' must be an e-mail address.";
}
