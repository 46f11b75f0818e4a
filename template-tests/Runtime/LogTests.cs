using System.Text.Json;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class LogTests
{
    private const string Password = "a-password-that-no-log-may-hold";

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task No_log_holds_a_password_a_token_or_a_key_at_any_level(string environment)
    {
        var levels = new Dictionary<string, string>
        {
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Trace",
        };
        await using var service = await RunningService.Start(levels, environment);
        var email = Api.NewEmail();

        using var signUp = await service.Client.SignUp(email, Password);
        using var again = await service.Client.SignUp(email, Password);
        using var signIn = await service.Client.SignIn(email, Password);
        using var wrong = await service.Client.SignIn(email, $"{Password}-mistyped");
        using var malformed = await service.Client.Send(HttpMethod.Post, "/users", $$"""{"password":"{{Password}}","email":1""");
        using var mistyped = await service.Client.Send(HttpMethod.Post, "/users", $$"""{"password":["{{Password}}"],"email":1}""");
        string[] tokens = [await Token(signUp), await Token(signIn)];
        await service.Client.NewItem(tokens[0]);
        using var forged = await service.Client.Send(HttpMethod.Get, "/users/me", token: $"{tokens[1]}x");
        await service.Terminate();
        Assert.Equal(0, await service.WaitForExit());

        Assert.Contains("Microsoft.EntityFrameworkCore", service.Log);
        Assert.All(
            [Password, Uri.EscapeDataString(Password), RunningService.SigningKey, .. tokens, .. tokens.Select(token => token.Split('.')[2])],
            secret => Assert.DoesNotContain(secret, service.Log));
    }

    [Fact]
    public async Task Outside_of_Development_every_line_is_json_and_each_request_but_a_probe_has_one_with_its_trace_id()
    {
        await using var service = await RunningService.Start(environment: "Production");

        await service.Client.NewToken();
        using var missing = await service.Client.GetAsync("/nothing?secret=1");
        using var invalid = await service.Client.GetAsync("/items?limit=0");
        using var live = await service.Client.GetAsync("/health/live");
        using var ready = await service.Client.GetAsync("/health/ready");
        string[] traces = [(await missing.MustBeProblem(404)).TraceId(), (await invalid.MustBeProblem(422)).TraceId()];
        await service.Terminate();
        Assert.Equal(0, await service.WaitForExit());

        var lines = service.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
        var requests = lines.Where(line => line.GetProperty("Category").GetString() == "Requests").ToList();
        Assert.Equal(
            ["POST /users 201", "GET /nothing 404", "GET /items 422"],
            requests.Select(line => string.Join(' ', line.GetProperty("Message").GetString()!.Split(' ').Take(3))));
        Assert.Contains(traces[0], requests[1].GetRawText());
        Assert.Contains(traces[1], requests[2].GetRawText());
        Assert.DoesNotContain("secret", service.Log);
    }

    private static async Task<string> Token(HttpResponseMessage answer) => (string)(await answer.Json())["access_token"]!;
}
