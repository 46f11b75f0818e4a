using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What a service has logged.</summary>
internal sealed class ServiceLog : ILoggerProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = new();

    public IEnumerable<string> Lines => lines.Select(line => line.Text);

    /// <summary>What an operator is woken for.</summary>
    public IEnumerable<string> Errors => lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    public IEnumerable<string> Warnings => lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text);

    public async Task<string> WaitFor(string part)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }
            await Task.Delay(10, patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{formatter(state, exception)}\n{exception}"));
    }
}
