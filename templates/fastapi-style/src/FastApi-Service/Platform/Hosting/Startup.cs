using System.Net.Sockets;
using FluentValidation;
using FluentValidation.Results;
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
                .Select(failure => $"The setting {section}:{Capitalized(failure.PropertyName)} is wrong: {Rule(failure)}.")
                .ToList();
            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }

        private static string Rule(ValidationFailure failure) => failure.ErrorMessage
            .Replace($"'{failure.FormattedMessagePlaceholderValues["PropertyName"]}' ", "", StringComparison.Ordinal)
            .TrimEnd('.');

        // Rules name members as requests do; settings are written in Pascal case.
        private static string Capitalized(string name) =>
            string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}

/// <summary>Ends a start that cannot succeed with one sentence instead of a stack trace.</summary>
public static class StartupFailure
{
    /// <summary>From here on. The exit code is 1 where the service could not start.</summary>
    public static void Explain() => AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
    {
        if (failure.ExceptionObject is Exception exception && SentenceFor(exception) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            Environment.Exit(1);
        }
    };

    private static string? SentenceFor(Exception exception) => exception switch
    {
        StartupException wrong => wrong.Message,
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        AggregateException several when several.InnerExceptions.Select(SentenceFor).ToList() is var sentences && !sentences.Contains(null) =>
            string.Join(Environment.NewLine, sentences),
        InvalidOperationException { InnerException: FormatException or ArgumentException } wrong => wrong.Message,
        InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } wrong =>
            $"A setting under Logging:LogLevel is wrong: {wrong.Message}",
        // appsettings.json is no JSON; --urls is no URL.
        InvalidDataException { InnerException: FormatException } wrong => wrong.Message,
        FormatException { Source: "Microsoft.AspNetCore.Http" } wrong => wrong.Message,
        IOException { InnerException: AddressInUseException } taken => $"{taken.Message} Choose another one with --urls.",
        IOException { InnerException: SocketException } refused => refused.Message,
        _ => null,
    };
}

/// <summary>The service cannot start, for a reason that its message tells an operator.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
