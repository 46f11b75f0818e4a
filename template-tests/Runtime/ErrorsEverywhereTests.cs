using System.Net;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class ErrorsEverywhereTests
{
    private const string Shop = "https://shop.example";

    private static readonly Dictionary<string, string> WithCors = new() { ["Server__CorsOrigins__0"] = Shop };

    [Fact]
    public async Task Production_answers_every_error_as_Development_does()
    {
        await using var development = await RunningService.Start();
        await using var production = await RunningService.Start(environment: "Production");

        var expected = await Errors(development.Client);
        var actual = await Errors(production.Client);

        Assert.Equal(expected, actual);
    }

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

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task What_goes_wrong_inside_says_nothing_but_the_trace_id_that_finds_it_in_the_log(string environment)
    {
        // A database without tables.
        await using var service = await RunningService.Start(
            new(WithCors) { ["Database__MigrateAtStart"] = "false" }, environment);
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

    private static async Task<IReadOnlyList<string>> Errors(HttpClient client)
    {
        var token = await client.NewToken();
        var name = (string)(await client.NewItem(token, new { name = "Taken", price = 1 }))["name"]!;
        (string Method, string Path, string? Body, string? Token)[] requests =
        [
            ("GET", "/nothing", null, null),
            ("PUT", "/items", "{}", null),
            ("GET", "/items/no-identity", null, null),
            ("GET", "/items?limit=many&sort=Colour", null, null),
            ("GET", "/users/me", null, null),
            ("GET", "/users/me", null, "no.real.token"),
            ("POST", "/users", "{", null),
            ("POST", "/users", "", null),
            ("POST", "/users", "null", null),
            ("POST", "/users", """{"email":1,"password":"short"}""", null),
            ("POST", "/token", "{}", null),
            ("POST", "/items", $$"""{"name":"{{name}}","price":1}""", token),
            ("PATCH", "/items/0199c1f0-0000-7000-8000-000000000000", "[]", token),
            ("DELETE", "/items/0199c1f0-0000-7000-8000-000000000000", null, token),
        ];
        var errors = new List<string>();
        foreach (var (method, path, body, bearer) in requests)
        {
            using var answer = await client.Send(new(method), path, body, bearer);
            var problem = await answer.MustBeProblem((int)answer.StatusCode);
            problem.Remove("traceId");
            errors.Add($"{method} {path}: {problem.ToJsonString()}");
        }

        using var refused = await client.SignIn(Api.NewEmail());
        var last = await refused.MustBeProblem(400);
        last.Remove("traceId");
        return [.. errors, last.ToJsonString()];
    }
}
