using Microsoft.Extensions.Logging;

namespace FastApiStyle.Testing;

/// <summary>
/// Writes the log of a service to the output of the test that asks it, so that a test that fails shows what the service says of it.
/// </summary>
/// <example>
/// In the <c>ConfigureWebHost</c> of a <c>WebApplicationFactory&lt;Program&gt;</c>, with xunit:
/// <code>
/// builder.ConfigureLogging(logging => logging.AddProvider(new TestLog(line => TestContext.Current.TestOutputHelper?.WriteLine(line))));
/// </code>
/// </example>
/// <param name="write">
/// Writes to the output of the test that runs where it is called; an <see cref="InvalidOperationException"/> says that this test has
/// ended.
/// </param>
public sealed class TestLog(Action<string> write) : ILoggerProvider
{
    /// <summary>Makes the logger of a category.</summary>
    /// <param name="categoryName">The category, which each line begins with.</param>
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, write);

    /// <summary>There is nothing to let go.</summary>
    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string> write) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            try
            {
                write($"{logLevel} {category}: {formatter(state, exception)}{(exception is null ? "" : $"{Environment.NewLine}{exception}")}");
            }
            catch (InvalidOperationException)
            {
                // The test has ended before what it began.
            }
        }
    }
}
