using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Hosting;

/// <summary>Asks the attributes of settings, and their validators.</summary>
internal sealed class SettingsCheck<T>(string section, IEnumerable<IValidator<T>> validators) : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            // The language of the machine would be half of a sentence that begins in English.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            var failures = SettingAttributes.Failures(options, section)
                .Concat(validators.SelectMany(validator => validator.Validate(options).Errors).Select(Sentence)).ToList();
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    private string Sentence(ValidationFailure failure)
    {
        var member = failure.PropertyName.Replace('[', ':').Replace("]", "").Replace('.', ':');
        return $"The setting {section}{(member.Length > 0 ? ":" : "")}{member} is wrong: {Rule(failure)}.";
    }

    private static string Rule(ValidationFailure failure) => failure.ErrorMessage
        .Replace($"'{failure.FormattedMessagePlaceholderValues?.GetValueOrDefault("PropertyName")}' ", "", StringComparison.Ordinal)
        .TrimEnd('.');
}
