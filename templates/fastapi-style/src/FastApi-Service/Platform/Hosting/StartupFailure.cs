using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace FastApiService.Platform.Hosting;

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
