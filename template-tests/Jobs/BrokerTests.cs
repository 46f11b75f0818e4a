using System.Net;

namespace FastApiStyle.TemplateTests.Jobs;

[Collection(nameof(JobScaffolds))]
public sealed class BrokerTests(JobScaffolds scaffolds)
{
    [Fact]
    public async Task While_the_broker_is_away_requests_are_answered_and_jobs_wait()
    {
        var jobs = await scaffolds.New("postgres-rabbitmq");
        await scaffolds.RabbitMq.Stop();
        await using var service = await jobs.Start();

        await JobService.Add(service.Client, "quick", "before");
        using var ready = await service.Client.GetAsync("/health/ready");
        await service.WaitForLog("Jobs wait for RabbitMQ");
        var waited = jobs.Ran();
        await scaffolds.RabbitMq.Start();
        await jobs.MustRun(["before"], service);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("Degraded", await ready.Content.ReadAsStringAsync());
        Assert.Empty(waited);
    }

    [Fact]
    public async Task A_broker_that_is_killed_and_comes_back_loses_nothing()
    {
        var jobs = await scaffolds.New("postgres-rabbitmq");
        await using var first = await jobs.Start();
        await using var second = await jobs.Start();
        var names = Enumerable.Range(0, 300).Select(number => $"n{number}").ToList();

        for (var number = 0; number < names.Count; number++)
        {
            await JobService.Add(first.Client, "quick", names[number]);
            if (number == 100)
            {
                await scaffolds.RabbitMq.Stop();
            }
            if (number == 200)
            {
                await scaffolds.RabbitMq.Start();
            }
        }
        await jobs.MustRun(names, first);

        Assert.All(jobs.Ran().GroupBy(ran => ran.Name), runs => Assert.Single(runs.Select(ran => ran.Key).Distinct()));
        Assert.Equal("Healthy", await first.Client.GetStringAsync("/health/ready"));
    }
}
