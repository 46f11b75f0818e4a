using System.Collections.Concurrent;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>What has happened, in order.</summary>
internal sealed class Diary
{
    private readonly ConcurrentQueue<string> lines = [];

    public IEnumerable<string> Lines => lines;

    public void Write(string line) => lines.Enqueue(line);
}

/// <summary>A service that knows who asks.</summary>
internal sealed class Greeter(Caller caller, Branch branch)
{
    public string Greet() => $"hello {caller.Name} in {branch.Text}";
}
