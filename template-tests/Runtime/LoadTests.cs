namespace FastApiStyle.TemplateTests.Runtime;

public sealed class LoadTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Many_sign_ups_at_once_are_all_answered_and_others_are_served_meanwhile()
    {
        // Two of each: one is taken.
        var emails = Enumerable.Range(0, 100).Select(_ => Api.NewEmail()).ToList();
        var signUps = emails.Concat(emails).Select(email => service.Client.SignUp(email)).ToList();
        var all = Task.WhenAll(signUps);
        while (!signUps.Exists(signUp => signUp.IsCompleted))
        {
            await Task.Delay(10);
        }

        using var items = await service.Client.GetAsync("/items");

        Assert.Equal(200, (int)items.StatusCode);
        Assert.False(all.IsCompleted);
        Assert.Equal([.. Enumerable.Repeat(201, 100), .. Enumerable.Repeat(409, 100)], (await all).Select(answer => (int)answer.StatusCode).Order());
    }
}
