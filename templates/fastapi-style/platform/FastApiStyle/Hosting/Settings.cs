using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace FastApiStyle;

/// <summary>Typed settings, validated when the service starts.</summary>
public static class Settings
{
    /// <summary>
    /// Binds a section of the configuration to a record, as <see cref="IOptions{TOptions}"/>. Its validator, which stands beside it,
    /// is asked at start; what it refuses stops the service with a sentence that names the setting.
    /// </summary>
    /// <typeparam name="T">The record: members with <c>init</c>, and with a default where one may be left out.</typeparam>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="section">The name of the section, such as <c>Email</c>.</param>
    public static void AddSettings<T>(this IHostApplicationBuilder builder, string section) where T : class
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        builder.Services.AddSingleton<IOptions<T>, OptionsOfStart<T>>();
        builder.Services.AddSingleton<IValidateOptions<T>>(
            services => new SettingsValidator<T>(section, services.GetServices<IValidator<T>>()));
    }

    /// <summary>Those that the check at start has bound: the framework would bind, and check, its own.</summary>
    private sealed class OptionsOfStart<T>(IOptionsMonitor<T> options) : IOptions<T> where T : class
    {
        private T? value;

        public T Value => value ??= options.CurrentValue;
    }

    private sealed class SettingsValidator<T>(string section, IEnumerable<IValidator<T>> validators) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var failures = InNoLanguage(() => validators
                .SelectMany(validator => validator.Validate(options).Errors)
                .Select(failure => $"The setting {section}:{failure.PropertyName} is wrong: {Rule(failure)}.")
                .ToList());
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }

        /// <summary>FluentValidation writes in the language of the machine: half of a sentence that begins in English.</summary>
        private static List<string> InNoLanguage(Func<List<string>> validate)
        {
            var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
                return validate();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            }
        }

        private static string Rule(ValidationFailure failure) => failure.ErrorMessage
            .Replace($"'{failure.FormattedMessagePlaceholderValues["PropertyName"]}' ", "", StringComparison.Ordinal)
            .TrimEnd('.');
    }
}
