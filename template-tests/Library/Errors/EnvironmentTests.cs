using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>No environment has errors of its own.</summary>
public sealed class EnvironmentTests
{
    private const string Unknown = "/rooms/0199c1f0-0000-7000-8000-000000000000";

    [Fact]
    public async Task Production_answers_every_error_as_Development_does()
    {
        await using var development = await RoomsService.Start();
        await using var production = await RoomsService.Start("Production");

        Assert.Equal(await Everything(development.Client), await Everything(production.Client));
    }

    private static async Task<IReadOnlyList<string>> Everything(HttpClient client)
    {
        (string Method, string Path, string? Body, string? User)[] requests =
        [
            ("GET", "/nothing", null, null),
            ("PUT", "/rooms", "{}", null),
            ("GET", "/rooms/no-identity", null, null),
            ("GET", "/rooms?limit=many", null, null),
            ("POST", "/rooms", "{}", null),
            ("DELETE", Unknown, null, "anna"),
            ("DELETE", Unknown, null, "owner"),
            ("POST", "/rooms", "{", "anna"),
            ("POST", "/rooms", "", "anna"),
            ("POST", "/rooms", "null", "anna"),
            ("POST", "/rooms", """{"name":1,"beds":0}""", "anna"),
            ("POST", "/rooms", """{"name":"taken","beds":1}""", "anna"),
            ("PATCH", Unknown, "[]", "anna"),
            ("POST", "/keys", "{}", null),
            ("GET", "/busy", null, null),
            ("GET", "/closed", null, null),
            ("GET", "/broken", null, null),
        ];
        var errors = new List<string>();
        foreach (var (method, path, body, user) in requests)
        {
            using var answer = await client.Send(new(method), path, body, user);
            var problem = await answer.MustBeProblem((int)answer.StatusCode);
            problem.Remove("traceId");
            errors.Add($"{method} {path}: {problem.ToJsonString()}");
        }
        return errors;
    }
}
