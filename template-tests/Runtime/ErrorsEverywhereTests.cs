using System.Net;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class ErrorsEverywhereTests
{
    private const string Shop = "https://shop.example";

    private static readonly Dictionary<string, string> WithCors = new() { ["Server__CorsOrigins__0"] = Shop };

    [Fact]
    public async Task Who_signs_up_or_in_too_often_is_told_when_to_try_again()
    {
        await using var service = await RunningService.Start(new()
        {
            ["RateLimiting__Enabled"] = "true",
            ["RateLimiting__SignUpsPerMinute"] = "1",
            ["RateLimiting__SignInsPerMinute"] = "1",
        });
        var email = Api.NewEmail();

        using var signUp = await service.Client.SignUp(email);
        using var signUpAgain = await service.Client.SignUp(Api.NewEmail());
        using var signIn = await service.Client.SignIn(email);
        using var signInAgain = await service.Client.SignIn(email);
        using var read = await service.Client.GetAsync("/items");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (signUp.StatusCode, signIn.StatusCode));
        await signUpAgain.MustBeProblem(429);
        await signInAgain.MustBeProblem(429);
        Assert.InRange(signUpAgain.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.InRange(signInAgain.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task A_page_of_a_permitted_origin_can_read_an_error()
    {
        await using var service = await RunningService.Start(WithCors);
        service.Client.DefaultRequestHeaders.Add("Origin", Shop);
        (string Method, string Path, string? Body, int Status)[] requests =
        [
            ("GET", "/nothing", null, 404),
            ("PUT", "/items", null, 405),
            ("POST", "/items", "{}", 401),
            ("POST", "/users", "{}", 422),
            ("POST", "/token", "{}", 415),
            ("GET", "/items?limit=0", null, 422),
        ];
        foreach (var (method, path, body, status) in requests)
        {
            using var answer = await service.Client.Send(new(method), path, body);
            await answer.MustBeProblem(status);
            Assert.Equal([Shop], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task What_goes_wrong_inside_says_nothing_but_the_trace_id_that_finds_it_in_the_log()
    {
        // A database without tables.
        await using var service = await RunningService.Start(
            new(WithCors) { ["Database__MigrateAtStart"] = "false" }, "Production");
        service.Client.DefaultRequestHeaders.Add("Origin", Shop);

        using var answer = await service.Client.GetAsync("/items");

        var problem = await answer.MustBeProblem(500);
        Assert.Equal(6, problem.Count);
        Assert.DoesNotContain("no such table", problem.ToJsonString());
        Assert.Equal([Shop], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        await service.WaitForLog("no such table");
        await service.Terminate();
        await service.WaitForExit();
        Assert.Contains(problem.TraceId(), service.Log);
    }

    [Fact]
    public async Task A_service_without_its_database_is_alive_but_not_ready()
    {
        await using var whole = await RunningService.Start();
        await using var without = await RunningService.Start(new() { ["Database__MigrateAtStart"] = "false" });

        using var live = await without.Client.GetAsync("/health/live");
        using var notReady = await without.Client.GetAsync("/health/ready");
        using var ready = await whole.Client.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, ready.StatusCode));
        await notReady.MustBeProblem(503);
    }
}
