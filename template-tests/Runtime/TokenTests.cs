using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class TokenTests(RunningService service) : IClassFixture<RunningService>
{
    public static TheoryData<JsonNode?> Nobody => new(null, "", "somebody", 7, new JsonArray(), new JsonObject());

    [Theory]
    [MemberData(nameof(Nobody))]
    public async Task A_token_of_nobody_is_refused_however_well_it_is_signed(JsonNode? subject)
    {
        using var answer = await service.Client.Send(HttpMethod.Get, "/users/me", token: Token(subject));

        await answer.MustBeProblem(401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_of_a_user_who_is_not_there_is_refused()
    {
        using var answer = await service.Client.Send(HttpMethod.Get, "/users/me", token: Token($"{Guid.NewGuid()}"));

        await answer.MustBeProblem(401);
    }

    [Fact]
    public async Task A_token_may_be_valid_for_months()
    {
        await using var patient = await RunningService.Start(new() { ["Auth__TokenMinutes"] = "129600" });

        using var answer = await patient.Client.SignUp(Api.NewEmail());

        Assert.Equal(90 * 24 * 60 * 60, (int)(await answer.Json())["expires_in"]!);
    }

    private static string Token(JsonNode? subject)
    {
        var claims = new JsonObject { ["iss"] = "Shop", ["aud"] = "Shop", ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 300 };
        if (subject is not null)
        {
            claims["sub"] = subject.DeepClone();
        }

        return Jwt.Sign(claims, RunningService.SigningKey);
    }
}
