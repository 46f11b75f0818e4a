using FastApiStyle.TemplateTests.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>What a stop does with work that stands behind answers.</summary>
public sealed class TasksAtStopTests
{
    [Fact]
    public async Task A_stop_waits_for_tasks_and_for_those_of_requests_that_it_still_answers_before_it_stops_what_they_need()
    {
        await using var service = await new LibraryService(typeof(TasksFeature))
        {
            Add = builder => builder.Services.AddHostedService<MailConnection>(),
        }.Start();
        var notebook = service.Services.GetRequiredService<Notebook>();
        using var connection = await RawConnection.Open(service.Address);
        await connection.Send(RawConnection.Request("GET", "/wait"));
        await connection.Read();
        await notebook.Knocked.Task;

        var stopping = service.Stop();
        // Where nothing is accepted any more, the connection that is open still asks.
        await connection.Send(RawConnection.Request("POST", "/letters/3", "text/plain", "-"));
        Assert.Equal((202, "close"), await connection.Read() is { } last ? (last.Status, last.Header("Connection")) : default);
        await notebook.WaitForNotes(3);
        await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromSeconds(1)));
        notebook.Opened.SetResult();
        await stopping;

        Assert.Equal(["letter 1", "letter 2", "letter 3", "waited", "disconnected"], notebook.Notes);
        Assert.DoesNotContain(service.Log.Lines, line => line.Contains("could not wait", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_stop_cannot_wait_for_is_cancelled_and_named_in_one_line()
    {
        await using var service = await new LibraryService(typeof(TasksFeature))
        {
            Add = builder => builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(300)),
        }.Start();
        var notebook = service.Services.GetRequiredService<Notebook>();
        await service.Client.GetAsync("/wait");
        await service.Client.GetAsync("/wait");
        await service.Client.GetAsync("/hold");
        await notebook.Knocked.Task;

        await service.Stop();

        var line = Assert.Single(service.Log.Warnings);
        Assert.Equal("The stop could not wait for 4 background tasks: 2 of GET /wait, 2 of GET /hold. They are lost.\n", line);
        Assert.Empty(service.Log.Errors);
        Assert.Empty(notebook.Notes);
    }

    [Fact]
    public async Task A_service_that_has_stopped_by_itself_may_be_told_to_stop()
    {
        // A test that stops its service does so: WebApplicationFactory stops the host that has gone.
        var service = await new LibraryService(typeof(TasksFeature)).Start();
        await service.Stop();
        await service.DisposeAsync();

        await service.Stop();
    }

    private sealed class MailConnection(Notebook notebook) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            notebook.Note("disconnected");
            return Task.CompletedTask;
        }
    }
}
