using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Runtime;
using FastApiStyle.TemplateTests.Saving;

namespace FastApiStyle.TemplateTests.Postgres;

[Collection(nameof(PostgresService))]
public sealed class PostgresTests(PostgresService postgres)
{
    [Fact]
    public async Task Two_instances_that_start_at_once_without_a_database_create_it_and_migrate_once()
    {
        var both = await Task.WhenAll(postgres.Start("twins"), postgres.Start("twins"));
        await using var first = both[0];
        await using var second = both[1];

        var item = await second.Client.NewItem(await first.Client.NewToken());

        Assert.Equal(HttpStatusCode.OK, (await first.Client.GetAsync($"/items/{item["id"]}")).StatusCode);
        Assert.Equal("1", await postgres.Server.Ask("twins", """SELECT count(*) FROM "__EFMigrationsHistory" """));
    }

    [Fact]
    public async Task Of_many_who_want_one_name_at_once_one_gets_it_and_the_rest_are_told()
    {
        await using var service = await postgres.Start("races");
        var token = await service.Client.NewToken();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            service.Client.Send(HttpMethod.Post, "/items", """{"name":"one","price":1}""", token)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            await refused.MustBeProblem(409);
        }
    }

    [Fact]
    public async Task What_is_referred_to_is_not_removed_however_the_two_race()
    {
        await using var service = await postgres.Start("references");
        await service.Client.PostAsync("/boards", null);
        for (var round = 0; round < 10; round++)
        {
            var board = Guid.NewGuid();
            (await service.Client.PutAsync($"/boards/{board}", null)).EnsureSuccessStatusCode();
            var answers = await Task.WhenAll(Note(service.Client, "a", "1", board: board), service.Client.DeleteAsync($"/boards/{board}"));

            var refused = Assert.Single(answers, answer => !answer.IsSuccessStatusCode);
            await refused.MustBeProblem(409);
        }
    }

    [Fact]
    public async Task What_contradicts_another_request_is_told_and_is_no_failure()
    {
        await using var service = await postgres.Start("contradictions");
        await service.Client.PostAsync("/articles", null);

        await SavingChecks.MustNotMix(service.Client);
        await SavingChecks.MustSayWhatIsTaken(service.Client, "PK_Articles", "IX_Articles_Slug");
        await SavingChecks.MustNotFailWhereWhatIsReferredToGoes(service.Client);
    }

    [Theory]
    [InlineData("""a\u0000b""", "1")]
    [InlineData("01234567890", "1")]
    [InlineData("a", "1000")]
    [InlineData("a", "79228162514264337593543950335")]
    public async Task What_PostgreSQL_refuses_is_not_valid(string text, string amount)
    {
        await using var service = await postgres.Start("refusals");
        await service.Client.PostAsync("/boards", null);

        var problem = await (await Note(service.Client, text, amount)).MustBeProblem(422);

        Assert.Equal("body", problem["errors"]![0]!["loc"]![0]!.GetValue<string>());
        var found = await (await service.Client.GetAsync("/items?search=%00")).MustBeProblem(422);
        Assert.Equal("query", found["errors"]![0]!["loc"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("2026-05-01T12:00:00.1234567+05:30", "1.5")]
    [InlineData("2026-05-01T12:00:00-05:30", "1")]
    [InlineData("0001-01-01T00:00:00Z", "1")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "0.005")]
    public async Task What_was_answered_when_it_was_saved_is_what_is_read(string time, string amount)
    {
        await using var service = await postgres.Start("times");
        await service.Client.PostAsync("/boards", null);

        var created = await Note(service.Client, "a", amount, time);
        var note = await created.Json();
        var read = await (await service.Client.GetAsync($"/notes/{note["id"]}")).Json();

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.True(JsonNode.DeepEquals(note, read), $"{note}\n{read}");
    }

    [Fact]
    public async Task A_service_that_is_killed_while_it_writes_loses_nothing_that_it_has_acknowledged()
    {
        var acknowledged = new List<string>();
        await using (var killed = await postgres.Start("killed"))
        {
            var token = await killed.Client.NewToken();
            var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Write(killed.Client, token, acknowledged))).ToList();
            while (Count(acknowledged) < 100 && !writers.All(writer => writer.IsCompleted))
            {
                await Task.Delay(10);
            }

            killed.Kill();
            await Task.WhenAll(writers);
        }

        await using var service = await postgres.Start("killed");

        Assert.InRange(acknowledged.Count, 100, int.MaxValue);
        foreach (var address in acknowledged)
        {
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task While_the_server_is_away_every_answer_says_when_to_come_back_and_then_all_goes_on()
    {
        await using var service = await postgres.Start("away");
        var item = await service.Client.NewItem(await service.Client.NewToken());

        await postgres.Server.Stop();
        try
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var refused = await service.Client.GetAsync($"/items/{item["id"]}").WaitAsync(TimeSpan.FromSeconds(10));
                await refused.MustBeProblem(503);
                Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            }

            await (await service.Client.GetAsync("/health/ready")).MustBeProblem(503);
            Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health/live")).StatusCode);
            await using var late = postgres.Launch(postgres.Server.Connection("away"));
            await late.WaitForLog("Waiting for the database");
            await postgres.Server.Start();
            await late.WaitForLog("Now listening on");
        }
        finally
        {
            await postgres.Server.Ensure();
        }

        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync($"/items/{item["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("Host=127.0.0.1", "ConnectionStrings:Default is incomplete")]
    [InlineData("Host=127.0.0.1;Nothing=1", "ConnectionStrings:Default is wrong")]
    public async Task A_wrong_setting_ends_the_start_with_one_sentence(string connection, string sentence)
    {
        await using var service = postgres.Launch(connection);

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains(sentence, service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }

    [Fact]
    public async Task A_login_that_is_refused_ends_the_start_with_one_sentence()
    {
        await using var service = postgres.Launch(postgres.Server.Connection("app").Replace("=tests", "=stranger"));

        Assert.Equal(1, await service.WaitForExit());
        Assert.Contains("The database app on 127.0.0.1", service.Log);
        Assert.Contains("role \"stranger\" does not exist.", service.Log);
        Assert.DoesNotContain("   at ", service.Log);
    }

    private static Task<HttpResponseMessage> Note(
        HttpClient client, string text, string amount, string time = "2026-05-01T12:00:00Z", Guid? board = null) =>
        client.Send(HttpMethod.Post, "/notes", $$"""{"text":"{{text}}","amount":{{amount}},"time":"{{time}}","board":{{JsonSerializer.Serialize(board)}}}""");

    private static async Task Write(HttpClient client, string token, List<string> acknowledged)
    {
        while (true)
        {
            try
            {
                var body = JsonSerializer.Serialize(new { name = $"{Guid.NewGuid()}", price = 1 });
                using var answer = await client.Send(HttpMethod.Post, "/items", body, token);
                answer.EnsureSuccessStatusCode();
                lock (acknowledged)
                {
                    acknowledged.Add(answer.Headers.Location!.OriginalString);
                }
            }
            catch (HttpRequestException error) when (error.StatusCode is null)
            {
                return;
            }
        }
    }

    private static int Count(List<string> acknowledged)
    {
        lock (acknowledged)
        {
            return acknowledged.Count;
        }
    }
}
