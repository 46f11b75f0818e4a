using Microsoft.Extensions.Logging.Console;

namespace FastApiStyle.Logging;

/// <summary>The loggers of the log on standard output. Its levels are those under <c>Logging:Console</c>, as of the console's own.</summary>
[ProviderAlias("Console")]
internal sealed class LineLoggerProvider(IEnumerable<ConsoleFormatter> formatters) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConsoleFormatter json = formatters.Last(formatter => formatter.Name == ConsoleFormatterNames.Json);
    private readonly LineWriter lines = new(Console.OpenStandardOutput(), gathering: TimeSpan.FromMilliseconds(10));
    private IExternalScopeProvider? scopes;

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, json, scopes, lines);

    /// <summary>The factory of the loggers calls it before it asks for one, and keeps each.</summary>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() => lines.Dispose();
}
