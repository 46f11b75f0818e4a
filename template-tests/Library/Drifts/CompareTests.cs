using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Features.Rooms;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>A change of the contract is reviewed: the committed document is looked for from the folder of the tests upwards.</summary>
[Collection(nameof(Alone))]
public sealed class CompareTests : IAsyncLifetime
{
    private const string Update = "UPDATE_OPENAPI";

    private static readonly string Committed = Path.Combine(AppContext.BaseDirectory, "openapi.json");

    private LibraryService service = null!;

    public async Task InitializeAsync()
    {
        service = await new LibraryService(typeof(RoomsFeature)).Start();
        await File.WriteAllTextAsync(Committed, await service.Client.GetStringAsync("/openapi.json"));
    }

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Update, null);
        File.Delete(Committed);
        await service.DisposeAsync();
    }

    [Fact]
    public Task A_document_that_is_the_committed_one_is_no_change() => Contract.CompareAsync(service.Client);

    [Fact]
    public async Task A_change_is_shown_until_the_committed_file_is_refreshed()
    {
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Committed))!;
        committed["paths"]!["/rooms"]!["get"]!["parameters"]![0]!["schema"]!["maximum"] = 50;
        await File.WriteAllTextAsync(Committed, committed.ToJsonString());

        var change = await Assert.ThrowsAsync<ContractException>(() => Contract.CompareAsync(service.Client));
        Environment.SetEnvironmentVariable(Update, "true");
        await Contract.CompareAsync(service.Client);
        Environment.SetEnvironmentVariable(Update, null);

        Assert.Contains("/paths/~1rooms/get/parameters/0/schema/maximum: 50 → 100", change.Message);
        Assert.Contains("dotnet test --environment UPDATE_OPENAPI=true", change.Message);
        await Contract.CompareAsync(service.Client);
    }
}
