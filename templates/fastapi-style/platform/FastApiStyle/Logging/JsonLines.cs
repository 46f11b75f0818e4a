using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace FastApiStyle.Logging;

/// <summary>The log in the JSON of <c>AddJsonConsole</c>, written by <see cref="LineWriter"/>.</summary>
internal static class JsonLines
{
    public static void AddTo(ILoggingBuilder logging)
    {
        logging.AddJsonConsole();
        // In front of what binds the settings: they have the last word.
        logging.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<JsonConsoleFormatterOptions>>(
            new ConfigureOptions<JsonConsoleFormatterOptions>(json =>
            {
                json.IncludeScopes = true;
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            })));
        // It is its format that is wanted, not its console.
        var console = logging.Services.Single(service =>
            service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType == typeof(ConsoleLoggerProvider));
        logging.Services.Remove(console);
        logging.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, LineLoggerProvider>());
    }
}
