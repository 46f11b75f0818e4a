using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FastApiStyle;

/// <summary>Ends a start that cannot succeed with one sentence instead of a stack trace.</summary>
public static class StartupFailure
{
    /// <summary>From here on: the first line of a service. The exit code is 1 where the service could not start.</summary>
    public static void Explain() => AppDomain.CurrentDomain.UnhandledException += (_, failure) =>
    {
        if (failure.ExceptionObject is Exception exception && SentenceFor(exception) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            Environment.Exit(1);
        }
    };

    /// <returns>What an operator should know, or null for a fault in the code, whose stack trace tells more.</returns>
    internal static string? SentenceFor(Exception exception) => exception switch
    {
        StartupException wrong => wrong.Message,
        OperationCanceledException => "The service was told to stop before it had started.",
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

/// <summary>The service cannot start, for a reason that its message tells an operator in one sentence.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What caused it.</param>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The sentence alone: where a host logs why it could not start, a stack trace would only hide it.</summary>
    public override string ToString() => Message;
}
