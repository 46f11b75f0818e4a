using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Jobs;

/// <summary>What becomes of jobs when their process ends, on whichever engine.</summary>
[Collection(nameof(JobScaffolds))]
public sealed class CrashTests(JobScaffolds scaffolds)
{
    public static TheoryData<string> Engines => JobTests.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nothing_is_lost_whenever_a_process_is_killed(string engine)
    {
        var jobs = await scaffolds.New(engine);
        var random = new Random(42);
        for (var kills = 0; kills < 4; kills++)
        {
            await using var killed = await jobs.Start();
            var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WriteUntilKilled(killed.Client, $"{kills}.{writer}"))).ToList();
            await Task.Delay(random.Next(100, 2500));
            await JobService.Kill(killed);
            await Task.WhenAll(writers);
        }

        await using var service = await jobs.Start();
        var items = await JobService.Items(service.Client);
        await jobs.MustRun(items, service);

        Assert.NotEmpty(items);
        Assert.Empty(jobs.Ran().Select(ran => ran.Name).Except(items));
        // Twice runs only what a kill has interrupted, under one key.
        Assert.All(jobs.Ran().GroupBy(ran => ran.Name), runs => Assert.Single(runs.Select(ran => ran.Key).Distinct()));
        Assert.InRange(jobs.Ran().Count - items.Count, 0, 4 * 2 * 10);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_job_that_ends_its_process_each_time_becomes_a_dead_letter_too(string engine)
    {
        var jobs = await scaffolds.New(engine);
        var service = await jobs.Start();
        await JobService.Add(service.Client, "deadly", "one");
        for (var deaths = 0; !service.Log.Contains("It is a dead letter", StringComparison.Ordinal); deaths++)
        {
            Assert.InRange(deaths, 0, 6);
            await Task.WhenAny(service.WaitForExit(TimeSpan.FromMinutes(1)), service.WaitForLog("It is a dead letter", TimeSpan.FromMinutes(1)));
            if (!service.Log.Contains("It is a dead letter", StringComparison.Ordinal))
            {
                await service.DisposeAsync();
                // It may have ended before it listens.
                service = jobs.Launch();
            }
        }
        await service.DisposeAsync();

        Assert.Contains("The process ended while it ran", await jobs.Command("jobs", "dead"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stop_keeps_what_it_cannot_finish(string engine)
    {
        var jobs = await scaffolds.New(engine);
        jobs.Settings["DOTNET_shutdownTimeoutSeconds"] = "1";
        await using (var stopped = await jobs.Start())
        {
            await JobService.Add(stopped.Client, "slow", "one");
            await jobs.MustRun(["began"], stopped);
            await stopped.Terminate();
            Assert.Equal(0, await stopped.WaitForExit());
        }
        jobs.Settings["SlowSeconds"] = "0";

        await using var service = await jobs.Start();
        await jobs.MustRun(["one"], service);

        Assert.Single(jobs.Ran().Select(ran => ran.Key).Distinct());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stop_finishes_what_it_can(string engine)
    {
        var jobs = await scaffolds.New(engine);
        jobs.Settings["SlowSeconds"] = "2";
        await using var stopped = await jobs.Start();
        await JobService.Add(stopped.Client, "slow", "one");
        await jobs.MustRun(["began"], stopped);

        await stopped.Terminate();
        await stopped.WaitForExit();

        Assert.Equal(["began", "one"], jobs.Ran().Select(ran => ran.Name));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_an_instance_leaves_that_is_killed_another_one_does(string engine)
    {
        var jobs = await scaffolds.New(engine);
        await using var killed = await jobs.Start();
        await using var other = await jobs.Start();
        (await other.Client.PostAsync("/proofs/burst/n/300", null)).EnsureSuccessStatusCode();
        await jobs.MustRun(["n0"], killed);

        await JobService.Kill(killed);
        await jobs.MustRun([.. Enumerable.Range(0, 300).Select(number => $"n{number}")], other);

        Assert.All(jobs.Ran().GroupBy(ran => ran.Name), runs => Assert.Single(runs.Select(ran => ran.Key).Distinct()));
    }

    private static async Task WriteUntilKilled(HttpClient client, string name)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                await JobService.Add(client, "quick", $"{name}.{number}");
            }
        }
        catch (HttpRequestException)
        {
        }
    }
}
