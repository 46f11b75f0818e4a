using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>A scaffold whose owner has written the one line that puts its features under a prefix.</summary>
public sealed class PrefixTests
{
    [Fact]
    public async Task A_prefix_is_one_line_of_Program_and_the_tests_that_say_it_pass()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        Replace(Path.Combine(scaffold.ServiceProject, "Program.cs"), @"app\.MapFeatures", """app.MapGroup("/api/v1").MapFeatures""");
        // Whatever other features have, one signs in where the sign-in is.
        var accounts = Directory.CreateDirectory(Path.Combine(scaffold.ServiceProject, "Features", "Accounts")).FullName;
        File.WriteAllText(Path.Combine(accounts, "AccountsFeature.cs"),
            """
            using FastApiStyle;

            namespace Shop.Features.Accounts;

            public sealed class AccountsFeature : IFeature
            {
                public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/account/token", CreateAccountToken);

                private static string CreateAccountToken() => "of another kind";
            }
            """);
        foreach (var file in Directory.GetFiles(Path.Combine(scaffold.Folder, "tests", "Shop.Tests"), "*.cs"))
        {
            Replace(file, """(?<=")/(?=(items|users|token)\b)""", "/api/v1/");
        }

        await scaffold.Test(new Dictionary<string, string> { ["UPDATE_OPENAPI"] = "true" });

        var committed = JsonNode.Parse(scaffold.Read("openapi.json"))!;
        Assert.All(committed["paths"]!.AsObject(), path => Assert.StartsWith("/api/v1/", path.Key));
        await using var service = await scaffold.Start(new Dictionary<string, string> { ["Server__PathBase"] = "/shop" });
        var document = JsonNode.Parse(await service.Client.GetStringAsync("/shop/openapi.json"))!;
        using var signUp = await service.Client.PostAsync("/shop/api/v1/users/", new StringContent(
            $$"""{"email":"{{Api.NewEmail()}}","password":"{{Api.Password}}"}""", null, "application/json"));
        var token = (string)(await signUp.Json())["access_token"]!;
        using var item = await service.Client.Send(HttpMethod.Post, "/shop/api/v1/items", """{"name":"Lamp","price":1}""", token);
        using var read = await service.Client.GetAsync(item.Headers.Location);
        using var health = await service.Client.GetAsync("/health/ready");

        Assert.True(JsonNode.DeepEquals(committed["paths"], document["paths"]));
        Assert.Equal("/shop", (string)document["servers"]![0]!["url"]!);
        Assert.Equal("/shop/api/v1/token", (string)document["components"]!["securitySchemes"]!.AsObject().Single().Value!["flows"]!["password"]!["tokenUrl"]!);
        Assert.Equal("/shop/api/v1/users/me", signUp.Headers.Location?.OriginalString);
        Assert.StartsWith("/shop/api/v1/items/", item.Headers.Location?.OriginalString);
        Assert.Equal((200, 200), ((int)read.StatusCode, (int)health.StatusCode));
        Assert.Contains("GET /shop/api/v1/items/", service.Log);
    }

    private static void Replace(string file, string pattern, string replacement) =>
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), pattern, replacement));
}
