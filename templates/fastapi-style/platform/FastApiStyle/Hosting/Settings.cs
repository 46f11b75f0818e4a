using FastApiStyle.Hosting;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace FastApiStyle;

/// <summary>Typed settings, validated when the service starts.</summary>
public static class Settings
{
    /// <summary>
    /// Binds a section of the configuration to a record, as <see cref="IOptions{TOptions}"/>. The attributes of its members, such as
    /// <c>[Range(1, 30)]</c>, and its validator, where it has one, are asked at start; what they refuse stops the service with a sentence
    /// that names the setting.
    /// </summary>
    /// <typeparam name="T">The record: members with <c>init</c>, and with a default where one may be left out.</typeparam>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="section">The name of the section, such as <c>Email</c>.</param>
    public static void AddSettings<T>(this IHostApplicationBuilder builder, string section) where T : class
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
        builder.Services.AddSingleton<IOptions<T>, OptionsOfStart<T>>();
        builder.Services.AddSingleton<IValidateOptions<T>>(
            services => new SettingsCheck<T>(section, services.GetServices<IValidator<T>>()));
    }

    /// <summary>Those that the check at start has bound: the framework would bind, and check, its own.</summary>
    private sealed class OptionsOfStart<T>(IOptionsMonitor<T> options) : IOptions<T> where T : class
    {
        private T? value;

        public T Value => value ??= options.CurrentValue;
    }
}
