using System.Net;

namespace FastApiStyle.TemplateTests.Jobs;

[Collection(nameof(JobScaffolds))]
public sealed class JobTests(JobScaffolds scaffolds)
{
    public static TheoryData<string> Engines => ["sqlite-local", "postgres-local", "postgres-rabbitmq"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_job_is_saved_with_its_data_or_neither_is(string engine)
    {
        var jobs = await scaffolds.New(engine);
        await using var service = await jobs.Start();

        await JobService.Add(service.Client, "quick", "one");
        using var refused = await service.Client.PostAsync("/proofs/quick/one", null);
        await JobService.Add(service.Client, "quick", "two");
        await jobs.MustRun(["one", "two"], service);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["one", "two"], jobs.Ran().Select(ran => ran.Name).Order());
        Assert.DoesNotContain("never saved", service.Log);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Ten_thousand_jobs_at_once_run_once_each_over_two_instances(string engine)
    {
        var jobs = await scaffolds.New(engine);
        await using var first = await jobs.Start();
        await using var second = await jobs.Start();

        for (var part = 0; part < 10; part++)
        {
            (await first.Client.PostAsync($"/proofs/burst/p{part}n/1000", null)).EnsureSuccessStatusCode();
        }
        await jobs.MustRun([.. Enumerable.Range(0, 10).SelectMany(part => Enumerable.Range(0, 1000).Select(number => $"p{part}n{number}"))], first);

        Assert.Equal(10_000, jobs.Ran().Count);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_job_that_always_fails_becomes_a_dead_letter_which_an_operator_sends_again(string engine)
    {
        var jobs = await scaffolds.New(engine);
        await using (var service = await jobs.Start())
        {
            await JobService.Add(service.Client, "poisoned", "one");
            await service.WaitForLog("It is a dead letter");
            await JobService.Add(service.Client, "quick", "two");
            await jobs.MustRun(["two"], service);
        }
        var listed = await jobs.Command("jobs", "dead");
        jobs.Settings["Cured"] = "true";
        await using var cured = await jobs.Start();

        var sent = await jobs.Command("jobs", "retry", listed.Split(' ')[0]);
        await jobs.MustRun(["one"], cured);

        Assert.Contains("Proof", listed);
        Assert.Contains("It is poisoned.", listed);
        Assert.Contains("is sent again", sent);
        Assert.Empty(await jobs.Command("jobs", "dead"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_job_of_the_settings_runs_once_over_all_instances(string engine)
    {
        var jobs = await scaffolds.New(engine);
        jobs.Settings["Jobs__Schedules__Repeated"] = "* * * * *";
        await using var first = await jobs.Start();
        await using var second = await jobs.Start();

        await jobs.MustRun(["repeated"], first);
        await Task.Delay(TimeSpan.FromSeconds(2));

        Assert.Single(jobs.Ran());
    }

    [Theory]
    [InlineData("sqlite-local")]
    [InlineData("postgres-local")]
    public async Task A_service_whose_tables_are_not_there_yet_runs_its_jobs_as_soon_as_they_are(string engine)
    {
        var jobs = await scaffolds.New(engine);
        await using (await jobs.Start())
        {
            // So that there is a database.
        }
        jobs.Settings["Database__MigrateAtStart"] = "false";
        await jobs.DropTables();
        await using var waiting = await jobs.Start();
        await waiting.WaitForLog("Jobs wait");

        jobs.Settings["Database__MigrateAtStart"] = "true";
        await using var migrating = await jobs.Start();
        await JobService.Add(waiting.Client, "quick", "one");
        await jobs.MustRun(["one"], waiting);
    }

    [Fact]
    public async Task The_trace_of_a_request_goes_on_in_its_job()
    {
        var jobs = await scaffolds.New("sqlite-local");
        await using var service = await jobs.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/proofs/poisoned/one");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        await service.Client.SendAsync(request);
        await service.WaitForLog("failed in attempt");

        Assert.Contains(service.Log.Split('\n'), line => line.Contains("failed in attempt", StringComparison.Ordinal)
            && line.Contains("0af7651916cd43dd8448eb211c80319c", StringComparison.Ordinal));
    }
}
