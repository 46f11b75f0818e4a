namespace FastApiService.Tests;

/// <summary>The document and the service say the same: a feature that is added is covered without a line here.</summary>
public sealed class ContractTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_committed_document_is_the_one_that_is_served() =>
        Contract.CompareAsync(service.CreateClient(), Cancellation);

    [Fact]
    public async Task The_service_keeps_what_its_document_says() =>
        TestContext.Current.TestOutputHelper!.WriteLine($"{await Contract.AttackAsync(await service.ClientAsync(), Cancellation)}");
}
