using System.Net;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("31 bytes are one byte too few..")]
    public async Task Production_does_not_start_without_a_key_of_its_own(string key)
    {
        var refusal = await Refusal.Of(new() { ["Auth__SigningKey"] = key }, "Production");

        refusal.MustSay("Auth:SigningKey");
        Assert.Contains("32 bytes", refusal.Errors);
        Assert.True(key.Length == 0 || !refusal.Errors.Contains(key), refusal.Errors);
    }

    [Theory]
    [InlineData("RateLimiting:SignInsPerMinute", "0")]
    [InlineData("RateLimiting:SignInsPerMinute", "abc")]
    [InlineData("RateLimiting:Enabled", "perhaps")]
    [InlineData("Server:MaxBodyBytes", "x")]
    [InlineData("Server:PathBase", "shop")]
    [InlineData("Server:CorsOrigins:0", "shop.example")]
    [InlineData("Server:TrustedProxies:0", "proxy")]
    [InlineData("Server:TrustedProxies:0", "10.0.0.0/33")]
    [InlineData("Server:StopAfterStart", "soon")]
    [InlineData("Auth:TokenMinutes", "0")]
    [InlineData("Docs:SwaggerUi", "maybe")]
    [InlineData("Database:MigrateAtStart", "later")]
    [InlineData("ConnectionStrings:Default", "Nonsense=1")]
    public async Task A_wrong_setting_stops_the_service_with_a_sentence_that_names_it(string setting, string value)
    {
        // As an argument, which is the strongest source of settings.
        var refusal = await Refusal.Of([], "Development", $"--{setting}={value}");

        refusal.MustSay(setting);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var first = await RunningService.Start();

        var refusal = await Refusal.Of([], "Development", "--urls", first.Address.GetLeftPart(UriPartial.Authority));

        refusal.MustSay($"127.0.0.1:{first.Address.Port}");
    }

    [Fact]
    public async Task Without_a_key_Development_starts_and_tells_where_the_documentation_is()
    {
        await using var service = await RunningService.Start(new() { ["Auth__SigningKey"] = "" });

        await service.WaitForLog($"{service.Address}docs");

        Assert.NotEmpty(await service.Client.NewToken());
    }

    [Fact]
    public async Task Everything_works_behind_a_path_prefix()
    {
        await using var service = await RunningService.Start(new() { ["Server__PathBase"] = "/shop" });

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/shop/openapi.json"))!;
        using var docs = await service.Client.GetAsync("/shop/docs");
        using var redoc = await service.Client.GetAsync("/shop/redoc");
        using var signUp = await service.Client.PostAsync(
            "/shop/users", new StringContent($$"""{"email":"{{Api.NewEmail()}}","password":"long enough"}""", null, "application/json"));
        using var nothing = await service.Client.GetAsync("/shop/nothing");

        Assert.Equal("/shop", (string)document["servers"]![0]!["url"]!);
        Assert.Contains("/shop/token", document["components"]!["securitySchemes"]!.ToJsonString());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (docs.StatusCode, redoc.StatusCode));
        Assert.Equal("/shop/users/me", signUp.Headers.Location?.OriginalString);
        Assert.Equal("/shop/nothing", (string)(await nothing.MustBeProblem(404))["instance"]!);
    }
}
