using FluentValidation;
using Microsoft.Extensions.Options;

namespace FastApiService.Platform.Hosting;

/// <summary>Typed settings, validated when the service starts.</summary>
public static class Settings
{
    /// <summary>Binds a section of the configuration to a record, whose validator stands beside it.</summary>
    public static void AddSettings<T>(this WebApplicationBuilder builder, string section) where T : class
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<T>>(
            services => new SettingsValidator<T>(section, services.GetServices<IValidator<T>>()));
    }

    private sealed class SettingsValidator<T>(string section, IEnumerable<IValidator<T>> validators) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var failures = validators
                .SelectMany(validator => validator.Validate(options).Errors)
                .Select(failure => $"The setting {section}:{Capitalized(failure.PropertyName)} is wrong: {failure.ErrorMessage.TrimEnd('.')}.")
                .ToList();
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }

        // Rules name members as requests do; settings are written in Pascal case.
        private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];
    }
}
