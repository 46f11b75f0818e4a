namespace FastApiStyle.Tasks;

/// <summary>One thing to do after an answer.</summary>
/// <param name="Operation">What has asked for it, in the words of the log.</param>
/// <param name="Work">What it does, with the services of its scope.</param>
internal sealed record BackgroundTask(string Operation, Func<IServiceProvider, CancellationToken, Task> Work);
