using FastApiStyle.TemplateTests.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>Requests whose tasks never run, since their handler has come to no answer.</summary>
public sealed class NothingRunsTests : IAsyncLifetime
{
    private readonly LibraryService service = new(typeof(TasksFeature));

    public Task InitializeAsync() => service.Start();

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/thrown")]
    [InlineData("/thrown-below")]
    [InlineData("/result-throws")]
    public async Task Nothing_runs_where_a_handler_has_thrown(string path)
    {
        using var answer = await service.Client.GetAsync(path);

        Assert.Equal(500, (int)answer.StatusCode);
        await MustHaveRunNothing();
    }

    [Fact]
    public async Task Nothing_runs_where_an_answer_has_broken_off()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => service.Client.GetStringAsync("/stream-throws"));

        await MustHaveRunNothing();
    }

    [Fact]
    public async Task Nothing_runs_where_a_handler_has_ended_since_its_client_had_gone()
    {
        using (var connection = await RawConnection.Open(service.Address))
        {
            await connection.Send(RawConnection.Request("GET", "/hang-up"));
            await service.Services.GetRequiredService<Notebook>().Knocked.Task;
        }

        await MustHaveRunNothing();
    }

    [Fact]
    public async Task Nothing_runs_where_input_was_refused()
    {
        using var answer = await service.Client.Send(HttpMethod.Post, "/stamps", """{"value":0}""");

        await answer.MustBeProblem(422);
        await MustHaveRunNothing();
    }

    /// <summary>A stop waits for all that there is.</summary>
    private async Task MustHaveRunNothing()
    {
        var notebook = service.Services.GetRequiredService<Notebook>();
        await service.Stop();
        Assert.Empty(notebook.Notes);
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains("background task", StringComparison.Ordinal));
    }
}
