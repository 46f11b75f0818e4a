using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>An answer that refuses what it was sent does not repeat it.</summary>
[Collection(nameof(InputService))]
public sealed class SecretTests(InputService service)
{
    private const string Secret = People.Secret;

    private static readonly string[] Members =
    [
        "email", "age", "role", "score", "addresses", "active", "nickname", "born", "code", "key", "since", "big", "main", "numbers",
        "counts", "home", "ratio", "alias",
    ];

    [Fact]
    public async Task Not_the_value_of_any_member()
    {
        foreach (var member in Members)
        {
            await MustNotRepeat("POST", "/people", People.With(member, $"\"{Secret}\\u0000\""));
            await MustNotRepeat("POST", "/people", People.With(member, $"[\"{Secret}\"]"));
            await MustNotRepeat("POST", "/people", People.With(member, $$"""{"zip":"{{Secret}}"}"""));
        }
    }

    [Theory]
    [InlineData("{\"password\":\"" + Secret)]
    [InlineData("{\"password\":\"" + Secret + "\",}")]
    [InlineData("{\"password\":" + Secret + "}")]
    [InlineData(Secret)]
    [InlineData("\"" + Secret + "\"")]
    [InlineData("[\"" + Secret + "\"]")]
    [InlineData("{\"" + Secret + "\":1}")]
    public async Task Not_a_body_that_is_no_person(string body) => await MustNotRepeat("POST", "/people", body);

    [Fact]
    public async Task Not_a_query_a_header_or_a_form()
    {
        foreach (var name in new[] { "limit", "role", "flag", "key", "after", "least" })
        {
            await MustNotRepeat("GET", $"/people?{name}={Secret}");
        }

        await MustNotRepeat("GET", $"/people?search={Secret}&search={Secret}&tags={Secret}%00");
        await MustNotRepeat("GET", "/people", null, "application/json", ("X-Trace", Secret));
        await MustNotRepeat("POST", "/people/form", $"user_name={Secret}&age={Secret}&role={Secret}", "application/x-www-form-urlencoded");
    }

    private async Task MustNotRepeat(
        string method, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var answer = await service.Send(method, path, body, type, headers);
        var problem = await answer.MustBeProblem(422);
        Assert.NotEmpty(problem.ListFaults());
        Assert.DoesNotContain(Secret, answer.Headers.ToString());
    }
}
