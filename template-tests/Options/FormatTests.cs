using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>What a client sees of <c>--errors</c> and <c>--naming</c>.</summary>
public sealed class FormatTests
{
    private static readonly Lazy<Task<Scaffold>> FastApi = new(async () =>
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--errors", "fastapi"]);
        await scaffold.Build();
        return scaffold;
    });

    [Fact]
    public async Task A_client_of_FastAPI_reads_every_error()
    {
        await using var service = await Start(await FastApi.Value);
        var client = service.Client;
        var token = await client.NewToken();
        const string item = """{"name":"once","price":1}""";
        await client.Send(HttpMethod.Post, "/items", item, token);
        var form = new StringContent("x");
        var grant = new FormUrlEncodedContent([new("username", "nobody"), new("password", "wrong")]);

        await MustAnswer(await client.GetAsync("/nowhere"), 404, """{"detail":"Not Found"}""");
        await MustAnswer(await client.GetAsync($"/items/{Guid.NewGuid()}"), 404, """{"detail":"There is no such item."}""");
        var wrongMethod = await client.PutAsync("/items", null);
        await MustAnswer(wrongMethod, 405, """{"detail":"Method Not Allowed"}""");
        Assert.Equal(["GET", "POST"], wrongMethod.Content.Headers.Allow.Order());
        var stranger = await client.Send(HttpMethod.Post, "/items", item);
        await MustAnswer(stranger, 401, """{"detail":"Not authenticated"}""");
        Assert.Equal("Bearer", stranger.Headers.WwwAuthenticate.Single().Scheme);
        await MustAnswer(await client.Send(HttpMethod.Post, "/items", item, token), 409, """{"detail":"An item of that name exists already."}""");
        await MustAnswer(await client.PostAsync("/users", form), 415, """{"detail":"Unsupported Media Type"}""");
        await MustAnswer(await client.Send(HttpMethod.Post, "/users", """{"email":"a@example.com","password":"short"}"""), 422,
            """{"detail":[{"type":"string_too_short","loc":["body","password"],"msg":"String should have at least 8 characters","ctx":{"min_length":8}}]}""");
        await MustAnswer(await client.Send(HttpMethod.Post, "/users", "{}"), 422,
            """{"detail":[{"type":"missing","loc":["body","email"],"msg":"Field required"},{"type":"missing","loc":["body","password"],"msg":"Field required"}]}""");
        await MustAnswer(await client.PostAsync("/token", grant), 400,
            """{"detail":"No user has this name and this password.","error":"invalid_grant","error_description":"No user has this name and this password."}""");
    }

    [Fact]
    public async Task A_list_of_FastAPIs_errors_is_cut_at_a_hundred()
    {
        await using var service = await Start(await FastApi.Value);
        var tags = string.Join(',', Enumerable.Repeat("1", 150));

        var answer = await service.Client.Send(
            HttpMethod.Post, "/items", $$"""{"name":"a","price":1,"tags":[{{tags}}]}""", await service.Client.NewToken());

        Assert.Equal(100, (await answer.Json())["detail"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_trace_in_an_unexpected_error_of_FastAPI_is_in_the_log()
    {
        await using var service = await Start(await FastApi.Value, ("Database__MigrateAtStart", "false"));

        var answer = await service.Client.GetAsync("/items");

        var detail = (await answer.Json())["detail"]!.GetValue<string>();
        Assert.Matches("^Internal Server Error, trace [0-9a-f]{32}$", detail);
        await service.WaitForLog(detail.Split(' ')[^1]);
    }

    [Theory]
    [InlineData("camelCase", "\"guestCount\" \"mainPlace\" \"pageSize\" \"guestName\" \"/visits/{roomNumber}\" \"moveVisit\"")]
    [InlineData("snake_case", "\"guest_count\" \"main_place\" \"page_size\" \"guest_name\" \"/visits/{room_number}\" \"moveVisit\"")]
    public async Task Names_of_several_words_are_written_alike_everywhere(string naming, string names)
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore", "--naming", naming, "--errors", "fastapi"]);
        scaffold.AddFeatures("Options/Features");

        var result = await Shell.Dotnet(
            scaffold.Folder, "test", "-nodeReuse:false", "--filter", "FullyQualifiedName~ContractTests", "--environment", "UPDATE_OPENAPI=true");

        result.MustSucceed();
        Assert.Matches(@"Passed!\s+- Failed:\s+0, Passed:\s+2,", result.Output);
        var document = scaffold.Read("openapi.json");
        Assert.All(names.Split(' '), name => Assert.Contains(name, document));
        await using var service = await Start(scaffold);
        var json = names.Contains("guest_count") ? """{"guest_count":0,"main_place":{}}""" : """{"guestCount":0,"mainPlace":{}}""";
        var faults = (await (await service.Client.Send(HttpMethod.Post, "/visits", json)).Json())["detail"]!.ToJsonString();
        Assert.All(names.Split(' ').Take(2), name => Assert.Contains($"\"body\",{name}", faults));
    }

    private static Task<ServiceProcess> Start(Scaffold scaffold, params (string Name, string Value)[] settings) =>
        scaffold.Start(settings.Append(("RateLimiting__Enabled", "false")).ToDictionary(setting => setting.Item1, setting => setting.Item2));

    private static async Task MustAnswer(HttpResponseMessage answer, int status, string body)
    {
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
    }
}
