using Microsoft.IdentityModel.Tokens;

namespace FastApiService.Tests;

public sealed class IssuerKeyTests
{
    [Fact]
    public async Task A_key_that_the_issuer_adds_is_taken_up_at_once()
    {
        await using var service = new GuardedService();
        await service.ShouldTakeAsync(service.Issuer.Token());
        var key = service.Issuer.Add();

        await service.ShouldTakeAsync(service.Issuer.Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256)));
    }

    [Fact]
    public async Task A_key_that_the_issuer_withdraws_is_refused_within_a_minute()
    {
        await using var service = new GuardedService();
        var key = service.Issuer.Add();
        var old = service.Issuer.Token(token => token.SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256));
        await service.ShouldTakeAsync(old);

        service.Issuer.Withdraw(key);
        service.Clock.Ahead = TimeSpan.FromSeconds(60);

        await service.ShouldRefuseAsync(old, "not signed");
    }

    [Fact]
    public async Task While_the_issuer_is_away_its_keys_are_trusted_for_an_hour()
    {
        await using var service = new GuardedService();
        await service.ShouldTakeAsync(service.Issuer.Token());

        service.Issuer.IsAway = true;
        service.Clock.Ahead = TimeSpan.FromMinutes(59);
        await service.ShouldTakeAsync(service.Issuer.Token());
        service.Clock.Ahead = TimeSpan.FromMinutes(61);
        await service.ShouldNotKnowAsync(service.Issuer.Token());
    }

    [Fact]
    public async Task The_issuer_may_be_away_at_the_start()
    {
        await using var service = new GuardedService();
        service.Issuer.IsAway = true;
        await service.ShouldNotKnowAsync(service.Issuer.Token());

        service.Issuer.IsAway = false;

        await service.ShouldTakeAsync(service.Issuer.Token());
    }

    [Fact]
    public async Task Forged_tokens_do_not_make_the_service_a_burden_to_the_issuer()
    {
        await using var service = new GuardedService();
        await service.ShouldTakeAsync(service.Issuer.Token());
        var before = service.Issuer.Requests;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => service.SendAsync(service.Issuer.Token(
            token => token.SigningCredentials = new(Issuer.NewKey(), SecurityAlgorithms.EcdsaSha256)))));

        // A reading is two requests, and two readings are a second apart.
        Assert.InRange(service.Issuer.Requests - before, 2, 4);
    }
}
