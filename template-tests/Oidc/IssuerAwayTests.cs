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
    public async Task The_document_names_the_issuer_even_while_it_is_away()
    {
        await using var issuer = new TestIssuer();
        await using var service = await OidcService.Start(issuer);

        var document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;

        var (name, scheme) = document["components"]!["securitySchemes"]!.AsObject().Single();
        Assert.Equal("openIdConnect", (string)scheme!["type"]!);
        Assert.Equal($"{issuer.Address}/.well-known/openid-configuration", (string)scheme["openIdConnectUrl"]!);
        var needed = document["paths"]!["/items"]!["post"]!["security"]!.AsArray().Single()!.AsObject();
        Assert.Equal($$"""{"{{name}}":["{{TestIssuer.RequestedScope}}"]}""", needed.ToJsonString());
    }

    [Theory]
    [InlineData("Auth:Authority", "http://issuer.example.com")]
    [InlineData("Auth:Authority", "issuer.example.com")]
    [InlineData("Auth:Authority", "https://issuer.example.com?x=1")]
    [InlineData("Auth:Audience", "")]
    [InlineData("Auth:Scope", "two words")]
    [InlineData("Auth:Scope", "")]
    [InlineData("Auth:RequestedScope", "two words")]
    [InlineData("Auth:KeyLifetimeSeconds", "61")]
    public async Task A_wrong_setting_stops_the_service_with_a_sentence_that_names_it(string setting, string value)
    {
        await using var service = ServiceProcess.Launch(await OidcService.Scaffolded, null, $"--{setting}={value}");

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains($"The setting {setting} is wrong: ", service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }
}
