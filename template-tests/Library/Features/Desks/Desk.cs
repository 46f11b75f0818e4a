namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>What the path names, for who asks: it is tidied up after the answer.</summary>
internal sealed class Desk(int id, Caller caller, Diary diary) : IDependency<Desk>, IAsyncDisposable
{
    public string Words => $"desk {id} of {caller.Name}";

    /// <param name="id">The number of the desk. <example>7</example></param>
    /// <response code="404">There is no such desk.</response>
    public static async Task<Resolved<Desk, NotFoundProblem>> ResolveAsync(int id, Caller caller, Diary diary)
    {
        await Task.Yield();
        diary.Write($"desk {id}");
        return id == 404 ? new NotFoundProblem("There is no such desk.") : new Desk(id, caller, diary);
    }

    public ValueTask DisposeAsync()
    {
        diary.Write($"tidied {id}");
        return ValueTask.CompletedTask;
    }
}
