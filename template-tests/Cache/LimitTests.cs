using System.Net;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Cache;

/// <summary>Limits hold over all instances, and over each one where Redis is away.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Limits = new()
    {
        ["RateLimiting__Enabled"] = "true",
        ["RateLimiting__SignInsPerMinute"] = "6",
        ["RateLimiting__SignUpsPerMinute"] = "2",
    };

    private readonly RedisServer redis = new();
    private readonly string folder = Workspace.NewFolder("-data");
    private ServiceProcess first = null!;
    private ServiceProcess second = null!;

    public async Task InitializeAsync()
    {
        await redis.Start();
        var scaffold = await CachedScaffold.WithRedis;
        first = await scaffold.Start(folder, redis.Connection, Limits);
        second = await scaffold.Start(folder, redis.Connection, Limits);
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await redis.DisposeAsync();
    }

    [Fact]
    public async Task Both_instances_count_together_and_refuse_as_one_does()
    {
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var answer = await SignIn(attempt % 2 == 0 ? first : second);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                await answer.MustBeProblem(429);
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 61);
            }
        }

        Assert.All(statuses.Take(6), status => Assert.NotEqual(HttpStatusCode.TooManyRequests, status));
        Assert.All(statuses.Skip(6), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
        // What is limited for itself is counted for itself.
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await first.Client.PostAsync("/users", null)).StatusCode);
    }

    [Fact]
    public async Task Many_at_once_get_no_more_than_the_limit()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(each => SignIn(each % 2 == 0 ? first : second)));

        Assert.Equal(6, answers.Count(answer => answer.StatusCode != HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Without_Redis_each_instance_counts_alone_and_no_answer_is_a_failure()
    {
        await redis.Kill();
        foreach (var instance in new[] { first, second })
        {
            var statuses = new List<int>();
            for (var attempt = 0; attempt < 8; attempt++)
            {
                using var answer = await SignIn(instance).WaitAsync(TimeSpan.FromSeconds(20));
                statuses.Add((int)answer.StatusCode);
            }
            Assert.Equal([429, 429], statuses[6..]);
            Assert.All(statuses[..6], status => Assert.InRange(status, 400, 422));
        }
    }

    // What is refused before a password is looked at, which takes long on purpose.
    private static Task<HttpResponseMessage> SignIn(ServiceProcess service) => service.Client.PostAsync("/token", new FormUrlEncodedContent(
        new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = "nobody" }));
}
