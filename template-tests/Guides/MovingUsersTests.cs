using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>What <c>docs/en/moving-users.md</c> promises.</summary>
public sealed class MovingUsersTests(MovingUsersService service) : IClassFixture<MovingUsersService>
{
    private const string Password = "correct horse bättery";

    /// <summary>As written by bcrypt 4.2, argon2-cffi 21.1 and passlib 1.7 under Python 3.13.</summary>
    public static TheoryData<string, string> Hashes => new()
    {
        { Password, "$2b$10$yq7HIMWHhQdmEYSzXKMERegSxjyaZ/XTOhtmKtUsP9I7CGaFcw7tS" },
        { Password, "$2a$10$q6bPItjDlEPFSSu9NcsOdO1/7wN6f1kSl1mcR1D20mCUCirSB53su" },
        { Password, "$2b$10$VDcW8eY4PK6agOsTF7xQr.qRfdhOZjdrcUtCChJm7tIsJ45SNQDwK" },
        { Password, "$argon2id$v=19$m=102400,t=2,p=8$KF3INkOwNWiLqpYAQfd+xw$6G9cSHbmDNCI/gR6xlHW+A" },
        { Password, "$argon2id$v=19$m=102400,t=2,p=8$mFNKyfkfg7BWihECQMjZ2w$Cppf+c3vD8B7/EHJOwIh2Q" },
        { Password, "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQxMjM0NTY3OA$NBAsg1UXywpRtnY43R2xUkhT7nFIC7qeHXdxXJdnAEg" },
        // bcrypt looks at 72 bytes.
        { new string('x', 100), "$2b$10$GmbssMLCKT5AjqWU437fx.qxLmjwPdECaGD1hS5wnca/GBWf0rTKC" },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public async Task The_old_password_signs_in_and_the_first_time_renews_the_hash(string password, string hash)
    {
        var client = service.Process.Client;
        var email = Api.NewEmail();
        await Copy(email, hash);

        using var wrong = await client.SignIn(email, "correct horse battery");
        Assert.Equal((400, hash), ((int)wrong.StatusCode, await HashOf(email)));
        using var first = await client.SignIn(email, password);
        var renewed = await HashOf(email);
        using var second = await client.SignIn(email, password);
        using var stillWrong = await client.SignIn(email, "correct horse battery");

        Assert.Equal((200, 200, 400), ((int)first.StatusCode, (int)second.StatusCode, (int)stillWrong.StatusCode));
        // The third format of ASP.NET Core Identity begins with a byte 1.
        Assert.StartsWith("AQ", renewed);
        Assert.Equal(renewed, await HashOf(email));
    }

    [Theory]
    [InlineData("$2b$10$cut")]
    [InlineData("$argon2id$v=19$m=102400$cut")]
    [InlineData("$argon2d$v=19$m=102400,t=2,p=8$KF3INkOwNWiLqpYAQfd+xw$6G9cSHbmDNCI/gR6xlHW+A")]
    public async Task A_hash_that_nobody_knows_fits_no_password(string hash)
    {
        var email = Api.NewEmail();
        await Copy(email, hash);

        using var answer = await service.Process.Client.SignIn(email, Password);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_old_token_of_a_user_who_was_copied_is_taken_beside_new_ones()
    {
        var client = service.Process.Client;
        var email = Api.NewEmail();
        var id = await Copy(email, "$2b$10$cut");

        using var old = await client.Send(HttpMethod.Get, "/users/me", token: Old(id));
        using var current = await client.Send(HttpMethod.Get, "/users/me", token: await client.NewToken());

        Assert.Equal(email, (string)(await old.Json())["email"]!);
        Assert.Equal(200, (int)current.StatusCode);
    }

    [Fact]
    public async Task An_old_token_of_an_integer_a_name_or_another_key_is_refused()
    {
        var id = await Copy(Api.NewEmail(), "$2b$10$cut");
        foreach (var token in new[] { Old(7), Old("7"), Old("ada@example.com"), Old(id, key: "nobody has signed with such a key!"), Old(id, lifetime: -60) })
        {
            using var answer = await service.Process.Client.Send(HttpMethod.Get, "/users/me", token: token);
            await answer.MustBeProblem(401);
        }
    }

    [Fact]
    public async Task Once_it_is_over_old_tokens_are_refused_and_the_start_says_that_the_file_can_go()
    {
        await using var late = await service.Start(MovingUsersService.OldKey, "2020-01-31T00:00:00Z");
        await late.WaitForLog("Tokens of the old service are refused since 2020-01-31 00:00:00Z: the settings under Auth:Previous and PreviousTokens.cs can go.");

        using var old = await late.Client.Send(HttpMethod.Get, "/users/me", token: Old(Guid.NewGuid().ToString()));
        using var current = await late.Client.Send(HttpMethod.Get, "/users/me", token: await late.Client.NewToken());

        await old.MustBeProblem(401);
        Assert.Equal(200, (int)current.StatusCode);
    }

    [Fact]
    public async Task Without_settings_nothing_changes()
    {
        await using var closed = await service.Start("", "");

        using var old = await closed.Client.Send(HttpMethod.Get, "/users/me", token: Old(Guid.NewGuid().ToString(), key: ""));

        await old.MustBeProblem(401);
    }

    [Theory]
    [InlineData(MovingUsersService.OldKey, "", "The setting Auth:Previous:Until is wrong: must say until when")]
    [InlineData("", "2030-01-31T00:00:00Z", "The setting Auth:Previous:SigningKey is wrong: must be the secret of the old tokens")]
    [InlineData("too short", "2030-01-31T00:00:00Z", "The setting Auth:Previous:SigningKey is wrong: must be the secret of the old tokens")]
    [InlineData(MovingUsersService.OldKey, "some day", "Auth:Previous:Until")]
    public async Task Half_of_the_settings_stops_the_service_with_a_sentence(string key, string until, string sentence)
    {
        await using var refused = service.Launch(key, until);

        Assert.Equal(1, await refused.WaitForExit());
        Assert.Contains(sentence, refused.Log);
    }

    private static string Old(JsonNode subject, string key = MovingUsersService.OldKey, int lifetime = 300) =>
        Jwt.Sign(new() { ["sub"] = subject, ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + lifetime }, key);

    private async Task<string> Copy(string email, string hash)
    {
        using var answer = await service.Process.Client.Send(HttpMethod.Post, "/old-users", JsonSerializer.Serialize(new { email, hash }));
        answer.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<string>(await answer.Content.ReadAsStringAsync())!;
    }

    private Task<string> HashOf(string email) => service.Process.Client.GetStringAsync($"/old-users/{email}");
}
