using FastApiStyle.TemplateTests.Clients.FrontEnd;

namespace FastApiStyle.TemplateTests.Clients;

/// <summary>
/// Clients that are made of the document of a new service, compiled, and taken on the journey that stands beside each: sign up, sign
/// in, create, list, change with what is absent and what is null, and read the faults of what was refused.
/// </summary>
public sealed class ClientTests(ClientFolder clients) : IClassFixture<ClientFolder>
{
    [NpmTheory]
    [InlineData("openapi-typescript")]
    [InlineData("orval")]
    [InlineData("hey-api")]
    public Task A_client_in_TypeScript_goes_on_its_journey(string generator) => clients.RunScriptOnService(generator);

    [Fact]
    public async Task A_client_of_NSwag_goes_on_its_journey()
    {
        await clients.Generate(
            "nswag", "openapi2csclient", "/input:../openapi.json", "/output:NSwag/Generated/ShopClient.cs", "/className:ShopClient",
            "/namespace:NSwagClient", "/generateNullableReferenceTypes:true", "/generateOptionalPropertiesAsNullable:true",
            "/generateOptionalParameters:true");

        await clients.Travel("NSwag");
    }

    [Fact]
    public async Task A_client_of_Kiota_goes_on_its_journey()
    {
        await clients.Generate(
            "kiota", "generate", "--openapi", "../openapi.json", "--output", "Kiota/Generated", "--language", "CSharp",
            "--class-name", "ShopClient", "--namespace-name", "KiotaClient", "--backing-store", "--exclude-backward-compatible");

        await clients.Travel("Kiota");
    }

    [NpmFact]
    public async Task A_front_end_that_was_written_for_FastAPI_goes_on_with_either_client()
    {
        var frontEnd = new FrontEndFolder(clients);
        await frontEnd.MakeClients();

        // What an operation can answer besides, ours says, and FastAPI does not.
        Assert.Equal(frontEnd.NamesOf("fastapi").Append("HttpError").Order(), frontEnd.NamesOf("ours").Order());
        foreach (var client in new[] { "fastapi", "ours" })
        {
            await using var service = await ShopService.Start();
            await clients.RunScript($"front-end-{client}", $"{service.Address}".TrimEnd('/'));
        }
    }
}
