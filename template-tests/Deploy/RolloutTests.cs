using System.Net;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Postgres;
using FastApiStyle.TemplateTests.Runtime;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>A roll-out without a cluster: the service with the settings of its job, and with those of an instance, on a real database.</summary>
[Collection(nameof(PostgresService))]
public sealed class RolloutTests(PostgresService postgres)
{
    [Fact]
    public async Task An_instance_is_alive_before_the_job_ready_after_it_and_never_migrates()
    {
        var manifests = await Manifests.Of("postgres", "jwt");
        var container = Assert.Single(manifests.Instance.Spec.Containers);
        await using var instance = await postgres.Start(Settings(manifests, container, "rollout"));

        foreach (var probe in (V1Probe[])[container.StartupProbe, container.LivenessProbe])
        {
            Assert.Equal(HttpStatusCode.OK, (await instance.Client.GetAsync(probe.HttpGet.Path)).StatusCode);
        }
        await (await instance.Client.GetAsync(container.ReadinessProbe.HttpGet.Path)).MustBeProblem(503);
        Assert.Equal("0", await postgres.Server.Ask("postgres", "SELECT count(*) FROM pg_database WHERE datname = 'rollout'"));

        // Once more, as where one is tried again.
        for (var run = 0; run < 2; run++)
        {
            await using var job = postgres.Launch(Settings(manifests, manifests.Job!.Spec.Template.Spec.Containers[0], "rollout"));
            Assert.True(await job.WaitForExit() == 0, job.Log);
            Assert.DoesNotContain("Now listening on", job.Log);
        }

        Assert.Equal(HttpStatusCode.OK, (await instance.Client.GetAsync(container.ReadinessProbe.HttpGet.Path)).StatusCode);
        await instance.Client.NewItem(await instance.Client.NewToken());
    }

    [Fact]
    public async Task A_job_that_cannot_migrate_fails_with_one_sentence()
    {
        var manifests = await Manifests.Of("postgres", "jwt");
        var settings = Settings(manifests, manifests.Job!.Spec.Template.Spec.Containers[0], "rollout");
        settings["ConnectionStrings__Default"] = settings["ConnectionStrings__Default"].Replace("=tests", "=stranger");

        await using var job = postgres.Launch(settings);

        Assert.Equal(1, await job.WaitForExit());
        Assert.Contains("role \"stranger\" does not exist.", job.Log);
    }

    /// <summary>Those of a container, but for the port: a test has one of its own.</summary>
    private Dictionary<string, string> Settings(Manifests manifests, V1Container container, string database) => new(manifests.Settings(container))
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_HTTP_PORTS"] = "",
        ["ConnectionStrings__Default"] = postgres.Server.Connection(database),
        ["Auth__SigningKey"] = RunningService.SigningKey,
    };
}
