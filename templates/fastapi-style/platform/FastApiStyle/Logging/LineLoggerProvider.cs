using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Console;

namespace FastApiStyle.Logging;

/// <summary>The loggers of the log on standard output. Its levels are those under <c>Logging:Console</c>, as of the console's own.</summary>
[ProviderAlias("Console")]
internal sealed class LineLoggerProvider(IEnumerable<ConsoleFormatter> formatters) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConsoleFormatter json = formatters.Last(formatter => formatter.Name == ConsoleFormatterNames.Json);
    private readonly LineWriter lines = new(Console.OpenStandardOutput(), gathering: TimeSpan.FromMilliseconds(10));
    private readonly ConcurrentDictionary<string, LineLogger> loggers = new();
    private IExternalScopeProvider? scopes;

    public ILogger CreateLogger(string categoryName) =>
        loggers.GetOrAdd(categoryName, category => new LineLogger(category, json, lines) { Scopes = scopes });

    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        scopes = scopeProvider;
        foreach (var logger in loggers.Values)
        {
            logger.Scopes = scopeProvider;
        }
    }

    public void Dispose() => lines.Dispose();
}
