using System.Text.Json.Nodes;
using FastApiStyle.TemplateTests.Library.Docs;
using FastApiStyle.TemplateTests.Library.Features.Lockers;
using FastApiStyle.TemplateTests.Runtime;
using FastApiStyle.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>A dependency says by what the client says who it is: in the document as a security scheme, and in its 401 as a challenge.</summary>
public sealed class SecuritySchemeTests : IAsyncLifetime
{
    private LibraryService service = null!;
    private JsonNode document = null!;

    public async Task InitializeAsync()
    {
        service = await With(users: true).Start();
        document = JsonNode.Parse(await service.Client.GetStringAsync("/openapi.json"))!;
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("X-Locker-Key", """{"type":"apiKey","description":"The key on your ring.","name":"X-Locker-Key","in":"header"}""")]
    [InlineData("lockerKey-query", """{"type":"apiKey","name":"lockerKey","in":"query"}""")]
    [InlineData("locker-cookie", """{"type":"apiKey","name":"locker","in":"cookie"}""")]
    [InlineData("Basic", """{"type":"http","scheme":"basic"}""")]
    public void It_stands_among_the_security_schemes_once(string name, string scheme) =>
        Assert.Equal(scheme, document["components"]!["securitySchemes"]![name]!.ToJsonString());

    [Theory]
    [InlineData("/lockers/header post", """[{"X-Locker-Key":[]}]""")]
    [InlineData("/lockers/query get", """[{"lockerKey-query":[]}]""")]
    [InlineData("/lockers/cookie get", """[{"locker-cookie":[]}]""")]
    [InlineData("/lockers/basic get", """[{"Basic":[]}]""")]
    [InlineData("/lockers/either get", """[{"X-Locker-Key":[]},{"SignIn":[]}]""")]
    [InlineData("/lockers/any get", """[{},{"X-Locker-Key":[]}]""")]
    [InlineData("/lockers/checked get", """[{"X-Locker-Key":[]}]""")]
    [InlineData("/lockers/both get", """[{"SignIn":[],"X-Locker-Key":[]}]""")]
    public void Each_operation_that_reaches_it_needs_it_and_has_no_such_parameter(string operation, string security)
    {
        Assert.Equal(security, document["paths"].At(operation)!["security"]!.ToJsonString());
        Assert.Null(document["paths"].At(operation)!["parameters"]);
    }

    [Fact]
    public async Task A_service_without_users_has_it_too()
    {
        await using var alone = await With(users: false).Start();

        var paths = JsonNode.Parse(await alone.Client.GetStringAsync("/openapi.json"))!["paths"];

        Assert.Equal("""[{"X-Locker-Key":[]}]""", paths.At("/lockers/header post security")!.ToJsonString());
    }

    [Theory]
    [InlineData("/lockers/header post", "The key does not fit.", true)]
    [InlineData("/lockers/query get", "The request carries no valid credentials.", true)]
    [InlineData("/lockers/late get", "Unauthorized", false)]
    public void Its_401_has_words_and_a_challenge(string operation, string words, bool always)
    {
        var refusal = document["paths"].At($"{operation} responses 401")!;

        Assert.Equal(words, (string?)refusal["description"]);
        Assert.Equal(always, (bool?)refusal["headers"]!["WWW-Authenticate"]!["required"] == true);
    }

    [Theory]
    [InlineData("/lockers/query", "APIKey")]
    [InlineData("/lockers/cookie", "APIKey")]
    [InlineData("/lockers/basic", "Basic realm=\"TemplateTests\", charset=\"UTF-8\"")]
    [InlineData("/lockers/checked", "APIKey")]
    [InlineData("/lockers/either", "Bearer, APIKey")]
    [InlineData("/lockers/both", "APIKey")]
    [InlineData("/lockers/late", "APIKey")]
    public async Task A_401_names_what_it_lacks(string path, string challenge)
    {
        using var answer = await service.Client.GetAsync(path);

        await answer.MustBeProblem(401);
        Assert.Equal(challenge, string.Join(", ", answer.Headers.NonValidated["WWW-Authenticate"]));
    }

    [Theory]
    [InlineData("/lockers/query?lockerKey=sesame", "", "", "open")]
    [InlineData("/lockers/cookie", "Cookie", "locker=sesame", "open")]
    [InlineData("/lockers/basic", "Authorization", "Basic YW5uYTpzZXNhbWU=", "anna")]
    [InlineData("/lockers/either", "X-Locker-Key", "sesame", "a key")]
    [InlineData("/lockers/either", "Authorization", "Bearer anna", "anna")]
    [InlineData("/lockers/any", "X-Locker-Key", "any", "any")]
    public async Task Who_sends_it_is_let_in(string path, string header, string text, string said)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header.Length > 0 ? header : "X-None", text);

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(said, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_contract_test_takes_them_by_a_line_each()
    {
        service.Client.DefaultRequestHeaders.Add("X-Locker-Key", HeaderKey.Open);

        var report = await Contract.AttackAsync(service.Client, attack => attack
            .Give("lockerKey", HeaderKey.Open)
            .Give("Cookie", $"locker={HeaderKey.Open}")
            .Give("readByBasic.Authorization", "Basic YW5uYTpzZXNhbWU=")
            .Give("readByBoth.Authorization", "Bearer anna")
            .Skip("readLate", "it refuses in its handler"));

        Assert.Matches(@"(?m)^fillByHeader .* 200 ×\d+, 401 ×4, 415 ×4, 422 ×\d{2,}", $"{report}");
        Assert.Matches(@"(?m)^readByQuery .* 200 ×\d+, 401 ×4", $"{report}");
        Assert.Matches(@"(?m)^readByBasic .* 200 ×\d+, 401 ×4", $"{report}");
    }

    private static LibraryService With(bool users) => new(typeof(LockersFeature))
    {
        Add = builder =>
        {
            if (users)
            {
                builder.Services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new() { Type = SecuritySchemeType.Http, Scheme = "bearer" }));
            }
        },
    };
}
