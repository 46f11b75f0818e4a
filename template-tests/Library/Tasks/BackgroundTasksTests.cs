using System.Net;
using FastApiStyle.Tasks;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>What runs after an answer, and how.</summary>
public sealed class BackgroundTasksTests : IAsyncLifetime
{
    private readonly LibraryService service = new(typeof(TasksFeature));

    private Notebook Notebook => service.Services.GetRequiredService<Notebook>();

    public Task InitializeAsync() => service.Start();

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Fact]
    public async Task Tasks_of_a_request_run_one_after_another_in_the_order_in_which_they_were_given()
    {
        using var answer = await service.Client.PostAsync("/letters/20", null);
        await Notebook.WaitForNotes(20);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"letter {number}"), Notebook.Notes);
    }

    [Fact]
    public async Task The_answer_is_there_before_and_the_connection_serves_the_next_request_meanwhile()
    {
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(RawConnection.Request("GET", "/wait"));
        Assert.Equal(200, (await connection.Read())!.Status);
        await Notebook.Knocked.Task;

        await connection.Send(RawConnection.Request("GET", "/nothing"));

        Assert.Equal(200, (await connection.Read())!.Status);
        Assert.Empty(Notebook.Notes);
        Notebook.Opened.SetResult();
        await Notebook.WaitForNotes(1);
    }

    [Fact]
    public async Task A_task_that_fails_is_logged_with_its_trace_and_those_behind_it_run()
    {
        using var answer = await service.Client.GetAsync("/fail");
        await Notebook.WaitForNotes(1);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var error = Assert.Single(service.Log.Errors);
        Assert.Matches("^A background task of GET /fail failed, trace [0-9a-f]{32}\nSystem.InvalidOperationException: out of ink", error);
    }

    [Fact]
    public async Task Each_task_has_a_scope_of_its_own_and_what_belonged_to_the_request_is_gone()
    {
        await service.Client.GetAsync("/scopes");
        await Notebook.WaitForNotes(2);

        Assert.Equal(["False True", "False True"], Notebook.Notes);
    }

    [Fact]
    public async Task A_service_gives_its_tasks_to_those_of_the_request()
    {
        await service.Client.Send(HttpMethod.Post, "/stamps", """{"value":1}""");
        await Notebook.WaitForNotes(2);

        Assert.Equal(["asked for", "stamped"], Notebook.Notes);
    }

    [Fact]
    public async Task A_task_may_have_tasks()
    {
        await service.Client.GetAsync("/chain");
        await Notebook.WaitForNotes(1);

        Assert.Equal(["a task of a task"], Notebook.Notes);
    }

    [Fact]
    public async Task What_is_given_after_the_answer_is_refused_with_a_sentence()
    {
        await service.Client.GetAsync("/late");

        Assert.Contains("asks for its own: Add<BackgroundTasks>", await service.Log.WaitFor("The answer has been sent"));
    }

    [Theory]
    [InlineData("/returned", 409)]
    [InlineData("/status", 500)]
    public async Task An_error_that_a_handler_has_returned_is_an_answer_like_any_other(string path, int status)
    {
        using var answer = await service.Client.GetAsync(path);
        await Notebook.WaitForNotes(1);

        Assert.Equal((status, "later"), ((int)answer.StatusCode, Assert.Single(Notebook.Notes)));
    }

    [Fact]
    public async Task A_request_that_does_not_ask_for_any_does_not_pay_for_them()
    {
        var made = 0;
        await using var counting = await new LibraryService(typeof(TasksFeature))
        {
            Add = builder => builder.Services.AddScoped(services =>
            {
                made++;
                return new BackgroundTasks(services.GetRequiredService<BackgroundRunner>());
            }),
        }.Start();

        await counting.Client.GetAsync("/nothing");
        Assert.Equal(0, made);
        await counting.Client.GetAsync("/fail");
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Outside_of_a_request_tasks_run_at_the_end_of_their_scope()
    {
        using (var scope = service.Services.CreateScope())
        {
            scope.ServiceProvider.GetRequiredService<LetterService>();
            Assert.Empty(Notebook.Notes);
        }
        await Notebook.WaitForNotes(1);
    }
}
