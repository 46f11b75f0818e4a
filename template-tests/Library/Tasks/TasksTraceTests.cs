using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>How a task is found from its request.</summary>
public sealed class TasksTraceTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_has_the_trace_of_its_request_whether_somebody_collects_traces_or_not(bool collects)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => collects && source.Name is "FastApiStyle" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await new LibraryService(typeof(TasksFeature)).Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fail");
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");

        await service.Client.SendAsync(request);
        await service.Services.GetRequiredService<Notebook>().WaitForNotes(1);
        await service.Stop();

        Assert.Contains($"trace {Trace}", Assert.Single(service.Log.Errors));
        if (collects)
        {
            var mine = spans.Where(span => span.TraceId.ToString() == Trace).ToList();
            var ofRequest = Assert.Single(mine, span => span.Source.Name == "Microsoft.AspNetCore");
            var ofTasks = mine.Where(span => span.Source.Name == "FastApiStyle").ToList();
            Assert.All(ofTasks, span => Assert.Equal(("background GET /fail", ofRequest.SpanId), (span.DisplayName, span.ParentSpanId)));
            Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], ofTasks.Select(span => span.Status));
        }
    }
}
