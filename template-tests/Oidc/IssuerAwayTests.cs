using System.Net;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Oidc;

public sealed class IssuerAwayTests
{
    [Fact]
    public async Task The_issuer_may_be_away_at_the_start_and_later()
    {
        await using var issuer = new TestIssuer();
        await using var service = await OidcService.Start(issuer, ("ASPNETCORE_ENVIRONMENT", "Production"));
        await service.MustNotKnow(issuer.Token());
        foreach (var path in new[] { "/items", "/openapi.json", "/docs/index.html", "/health/ready" })
        {
            using var answer = await service.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        issuer.Start();
        await service.MustTake(issuer.Token());

        issuer.Stop();
        await Task.Delay(TimeSpan.FromSeconds(3));
        await service.MustTake(issuer.Token());
    }

    [Fact]
    public async Task The_document_is_the_same_whoever_the_issuer_is_and_starts_with_the_prefix()
    {
        await using var issuer = new TestIssuer();
        await using var service = await OidcService.Start(issuer, ("Server__PathBase", "/shop"));

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/shop/openapi.json"))!;

        Assert.DoesNotContain(issuer.Address, document.ToJsonString());
        var flow = document["components"]!["securitySchemes"]!.AsObject().Single().Value!["flows"]!["authorizationCode"]!;
        Assert.Equal(("/shop/docs/authorize", "/shop/docs/token"), ((string)flow["authorizationUrl"]!, (string)flow["tokenUrl"]!));
    }

    [Theory]
    [InlineData("Auth:Authority", "http://issuer.example.com")]
    [InlineData("Auth:Authority", "issuer.example.com")]
    [InlineData("Auth:Authority", "https://issuer.example.com?x=1")]
    [InlineData("Auth:Audience", "")]
    [InlineData("Auth:Scope", "two words")]
    [InlineData("Auth:KeyLifetimeSeconds", "61")]
    public async Task A_wrong_setting_stops_the_service_with_a_sentence_that_names_it(string setting, string value)
    {
        await using var service = ServiceProcess.Launch(await OidcService.Scaffolded, null, $"--{setting}={value}");

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains($"The setting {setting} is wrong: ", service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }
}
