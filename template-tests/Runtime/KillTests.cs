using System.IO.Compression;
using System.Net;
using System.Text.Json;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Runtime;

public sealed class KillTests
{
    // A database that holds the table __EFMigrationsLock with its one row, as EF Core writes it, and nothing else.
    private const string LeftLock =
        "H4sIAAAAAAACA+3XTUvDQBAG4NlU8CQKHrx4GPak+EFSxYMXjWWV0G1atyvYU4g1StCY0u4fqD+1v8S1fhys0HPhfXhnYYeZvW//"
        + "Vpeu4Kd6XOWOT2iLhKBLZiIKvuuH8LX2575MQMdDsfE5vJmQDwAAAAAAAMBqm56K9Z0oEu/bLn94LbJMXXfK53Huyvptouvhy2In"
        + "aBkVW8U2vtKK5eKA5D2ZPEpOUqtulOG0azm905pb3bRvTez7LHvt7L/Nnkk6sRlwWw0OWdqyKiYur0aSrbq3vy/tf/3NZ+QDAAAA"
        + "AAAAACtrVzToohk2z47CyIfD8Hyeg/n5AWi1ksYAIAAA";

    [Fact]
    public async Task A_service_that_is_killed_in_its_first_start_starts_the_next_time()
    {
        string[] moments = ["app.db.lock", "app.db", "app.db-wal", "app.db-journal", "Applying migration", "Now listening"];
        foreach (var moment in moments)
        {
            var folder = Workspace.NewFolder("-data");
            await using (var killed = await RunningService.Launch(In(folder, ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Information"))))
            {
                while (!File.Exists(Path.Combine(folder, moment)) && !killed.Log.Contains(moment) && !killed.Log.Contains("Now listening"))
                {
                    await Task.Delay(1);
                }

                killed.Kill();
                await killed.WaitForExit();
            }

            await MustServe(folder);
        }
    }

    [Theory]
    [InlineData(250)]
    [InlineData(500)]
    [InlineData(750)]
    [InlineData(1000)]
    public async Task A_service_that_is_killed_at_any_time_starts_the_next_time(int milliseconds)
    {
        var folder = Workspace.NewFolder("-data");
        await using (var killed = await RunningService.Launch(In(folder)))
        {
            await Task.Delay(milliseconds);
            killed.Kill();
            await killed.WaitForExit();
        }

        await MustServe(folder);
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_has_left_does_not_hang_the_next_start()
    {
        var folder = Workspace.NewFolder("-data");
        await using (var database = File.Create(Path.Combine(folder, "app.db")))
        {
            await new GZipStream(new MemoryStream(Convert.FromBase64String(LeftLock)), CompressionMode.Decompress).CopyToAsync(database);
        }

        await MustServe(folder);
    }

    [Fact]
    public async Task A_service_that_is_killed_while_it_writes_loses_nothing_that_it_has_acknowledged()
    {
        var folder = Workspace.NewFolder("-data");
        var acknowledged = new List<string>();
        await using (var killed = await RunningService.Start(In(folder)))
        {
            var token = await killed.Client.NewToken();
            var enough = new TaskCompletionSource();
            var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Write(killed.Client, token, acknowledged, enough))).ToList();
            await Task.WhenAny(Task.WhenAll(writers), enough.Task);
            killed.Kill();
            await Task.WhenAll(writers);
        }

        await using var service = await RunningService.Start(In(folder));

        Assert.InRange(acknowledged.Count, 60, int.MaxValue);
        foreach (var address in acknowledged)
        {
            using var answer = await service.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Two_instances_that_start_at_once_on_one_new_file_share_it()
    {
        var folder = Workspace.NewFolder("-data");
        var both = await Task.WhenAll(RunningService.Start(In(folder)), RunningService.Start(In(folder)));
        await using var first = both[0];
        await using var second = both[1];

        // One key signs for both.
        var token = await first.Client.NewToken();
        var item = await second.Client.NewItem(token);
        using var answer = await first.Client.GetAsync($"/items/{item["id"]}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task Write(HttpClient client, string token, List<string> acknowledged, TaskCompletionSource enough)
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
                    if (acknowledged.Count == 60)
                    {
                        enough.SetResult();
                    }
                }
            }
            catch (HttpRequestException error) when (error.StatusCode is null)
            {
                return;
            }
        }
    }

    private static async Task MustServe(string folder)
    {
        await using var service = await RunningService.Start(In(folder));
        await service.Client.NewItem(await service.Client.NewToken());
    }

    private static Dictionary<string, string> In(string folder, params (string Name, string Value)[] more)
    {
        var settings = more.ToDictionary(setting => setting.Name, setting => setting.Value);
        settings["ConnectionStrings__Default"] = $"Data Source={Path.Combine(folder, "app.db")}";
        return settings;
    }
}
