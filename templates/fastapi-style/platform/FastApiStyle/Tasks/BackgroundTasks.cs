using FastApiStyle.Tasks;

namespace FastApiStyle;

/// <summary>
/// Work for after the answer: a handler that takes one gives it what its client need not wait for, such as an e-mail. A service that is
/// made for the request may ask for it, too, and is given the same one.
/// </summary>
/// <remarks>
/// What it is given runs when the answer has been sent, one after another in the order in which it was given, each in a scope of its
/// own, with the trace of the request. It does not run where the handler has thrown or its input was refused; an error that a handler
/// has returned is an answer like any other. That is how FastAPI has it. Where one fails, that is logged as an error and never reaches the
/// client, and those behind it run all the same, which in FastAPI they do not.
/// <para>
/// It is kept in memory and lost by a crash. A stop waits for it as long as <see cref="HostOptions.ShutdownTimeout"/> allows, and
/// says in the log what it had to leave. What must happen is written down first, in the transaction of what caused it.
/// </para>
/// Outside of a request it runs at the end of the scope from which it was got.
/// </remarks>
public sealed class BackgroundTasks : IDisposable
{
    private readonly BackgroundRunner runner;
    private List<BackgroundTask>? tasks = [];

    internal BackgroundTasks(BackgroundRunner runner) => this.runner = runner;

    /// <summary>Where the tasks come from; what asks for it outside of a handler is named by its type.</summary>
    internal string? Operation { get; set; }

    /// <summary>Runs something after the answer.</summary>
    /// <param name="task">The work. Its token is cancelled where a stop cannot wait any longer. What lives as long as the request is gone by then: services are asked for by the other overload.</param>
    /// <exception cref="InvalidOperationException">The answer has been sent.</exception>
    public void Add(Func<CancellationToken, Task> task) => Add(task, (_, cancellation) => task(cancellation));

    /// <summary>Runs something after the answer, with a service.</summary>
    /// <typeparam name="TService">The service, which comes from the scope of the task. With <see cref="IServiceProvider"/> it may be several.</typeparam>
    /// <param name="task">The work. Its token is cancelled where a stop cannot wait any longer.</param>
    /// <exception cref="InvalidOperationException">The answer has been sent.</exception>
    public void Add<TService>(Func<TService, CancellationToken, Task> task) where TService : notnull =>
        Add(task, (services, cancellation) => task(services.GetRequiredService<TService>(), cancellation));

    /// <summary>The scope ends when the answer has been sent.</summary>
    void IDisposable.Dispose()
    {
        var given = Interlocked.Exchange(ref tasks, null);
        if (given?.Count > 0)
        {
            runner.Run(given);
        }
    }

    /// <summary>Nothing runs for a request that came to no answer of its handler.</summary>
    internal static void Drop(HttpContext http)
    {
        // Asking makes one, which a request that has given nothing must not pay for.
        if (http.RequestServices.GetService<BackgroundRunner>()?.IsIdle != false)
        {
            return;
        }
        var dropped = http.RequestServices.GetRequiredService<BackgroundTasks>();
        dropped.tasks?.ForEach(dropped.runner.Forget);
        dropped.tasks?.Clear();
    }

    private void Add(Delegate given, Func<IServiceProvider, CancellationToken, Task> work)
    {
        var all = tasks ?? throw new InvalidOperationException(
            "The answer has been sent, and with it went the BackgroundTasks of its request. A task that has more to do asks for its own: Add<BackgroundTasks>((tasks, cancellation) => …).");
        var task = new BackgroundTask(Operation ?? OwnerOf(given), work);
        runner.Expect(task);
        all.Add(task);
    }

    private static string OwnerOf(Delegate given)
    {
        var type = given.Method.DeclaringType!;
        while (type.DeclaringType is { } owner && type.Name.StartsWith('<'))
        {
            // What the compiler makes of a lambda.
            type = owner;
        }
        return type.Name;
    }
}
