using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FastApiStyle.Logging;

/// <summary>Writes each entry as a line.</summary>
internal sealed class LineLogger(string category, ConsoleFormatter format, IExternalScopeProvider? scopes, LineWriter lines) : ILogger
{
    [ThreadStatic]
    private static Utf8Text? text;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => scopes?.Push(state);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }
        var line = text ??= new Utf8Text();
        line.Clear();
        format.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), scopes, line);
        // What tells of trouble may be the last thing that is told.
        lines.Add(line.Written, atOnce: logLevel >= LogLevel.Error);
    }
}
