using System.Net;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;
using FastApiStyle.TemplateTests.Postgres;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>What <c>docker compose --profile all up</c> runs, without Docker: two instances, and the proxy in front of them.</summary>
[Collection(nameof(PostgresService))]
public sealed class ProxyTests(PostgresService postgres)
{
    [CaddyFact]
    public async Task Two_instances_behind_the_proxy_are_one_service_also_while_one_of_them_stops()
    {
        var compose = new ComposeFile(await Engine.Default.Create(Combinations.Default.With("database", "postgres")));
        var both = await Task.WhenAll(Start(compose, "first"), Start(compose, "second"));
        await using var first = both[0];
        await using var second = both[1];
        await using var proxy = await Caddy.Start(compose, first, second);

        // What one has signed and kept, the other one takes and finds.
        var token = await proxy.Client.NewToken();
        for (var number = 0; number < 4; number++)
        {
            var item = await proxy.Client.NewItem(token);
            using var read = await proxy.Client.GetAsync($"/items/{item["id"]}");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }
        Assert.All(both, service => Assert.Contains("/items", service.Log));

        await first.Terminate();
        var stopped = first.WaitForExit();
        for (var after = 0; after < 20; after += stopped.IsCompleted ? 1 : 0)
        {
            using var read = await proxy.Client.GetAsync("/items?limit=1");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        Assert.Equal(0, await stopped);
        await proxy.Client.NewItem(token);
    }

    private Task<ServiceProcess> Start(ComposeFile compose, string instance) =>
        postgres.Start(new Dictionary<string, string>(compose.Environment(instance, _ => RunningService.SigningKey))
        {
            ["ConnectionStrings__Default"] = postgres.Server.Connection("proxied"),
            // There it is in a network of Docker, here on this machine.
            ["Server__TrustedProxies__0"] = "127.0.0.0/8",
        });
}
