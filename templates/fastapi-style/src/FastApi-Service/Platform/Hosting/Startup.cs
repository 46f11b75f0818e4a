using System.Net.Sockets;
using FluentValidation;
using Microsoft.AspNetCore.Connections;
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

/// <summary>Ends a start that cannot succeed with one sentence instead of a stack trace.</summary>
public static class StartupFailure
{
    /// <returns>The exit code: 1 where the service could not start.</returns>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    private static string? Explain(Exception exception) => exception switch
    {
        StartupException wrong => wrong.Message,
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        InvalidOperationException { InnerException: FormatException or ArgumentException } wrong => wrong.Message,
        IOException { InnerException: AddressInUseException } taken => $"{taken.Message} Choose another one with --urls.",
        IOException { InnerException: SocketException } refused => refused.Message,
        _ => null,
    };
}

/// <summary>The service cannot start, for a reason that its message tells an operator.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
