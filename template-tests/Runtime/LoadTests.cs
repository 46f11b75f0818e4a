namespace FastApiStyle.TemplateTests.Runtime;

public sealed class LoadTests(RunningService service) : IClassFixture<RunningService>
{
    [Fact]
    public async Task Many_sign_ups_at_once_are_all_answered_and_others_are_served_meanwhile()
    {
        // Two of each: one is taken.
        var emails = Enumerable.Range(0, 100).Select(_ => Api.NewEmail()).ToList();
        var signUps = emails.Concat(emails).Select(SignUp).ToList();
        await Task.WhenAny(signUps);

        using var items = await service.Client.GetAsync("/items");

        Assert.Equal(200, (int)items.StatusCode);
        Assert.Contains(signUps, signUp => !signUp.IsCompleted);
        Assert.Equal([.. Enumerable.Repeat(201, 100), .. Enumerable.Repeat(409, 100)], (await Task.WhenAll(signUps)).Order());
    }

    /// <summary>The body comes a moment after the head, as over a network: a service without a thread to read it would give up on it.</summary>
    private async Task<int> SignUp(string email)
    {
        using var connection = await RawConnection.Open(service.Process.Address);
        var request = RawConnection.Request("POST", "/users", "application/json", $$"""{"email":"{{email}}","password":"{{Api.Password}}"}""");
        var body = request.IndexOf('{');
        await connection.Send(request[..body]);
        await Task.Delay(100);
        await connection.Send(request[body..]);
        return (await connection.Read())!.Status;
    }
}
