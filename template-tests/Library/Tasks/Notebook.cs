using System.Collections.Concurrent;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>What tasks have done, in order, and a door that keeps one until the test opens it.</summary>
internal sealed class Notebook
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> notes = new();

    public TaskCompletionSource Knocked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IEnumerable<string> Notes => notes;

    public void Note(string what) => notes.Enqueue(what);

    public async Task WaitForNotes(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (notes.Count < count)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public async Task WaitAtDoor(CancellationToken cancellation)
    {
        Knocked.TrySetResult();
        await Opened.Task.WaitAsync(cancellation);
    }
}
