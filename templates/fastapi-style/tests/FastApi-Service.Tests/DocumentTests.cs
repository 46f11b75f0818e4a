using System.Net;
using System.Text.Json;

namespace FastApiService.Tests;

public sealed class DocumentTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rules_of_a_body_stand_in_its_schema()
    {
        var item = (await ReadAsync()).GetProperty("components").GetProperty("schemas").GetProperty("ItemCreate");

        Assert.Equal(["name", "price"], item.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        var members = item.GetProperty("properties");
        Assert.Equal(1, members.GetProperty("name").GetProperty("minLength").GetInt32());
        Assert.Equal(100, members.GetProperty("name").GetProperty("maxLength").GetInt32());
        Assert.Equal(0, members.GetProperty("price").GetProperty("exclusiveMinimum").GetInt32());
        Assert.Equal(1_000_000, members.GetProperty("price").GetProperty("maximum").GetInt32());
        Assert.Equal(0.01m, members.GetProperty("price").GetProperty("multipleOf").GetDecimal());
        Assert.Equal(30, members.GetProperty("tags").GetProperty("items").GetProperty("maxLength").GetInt32());
        Assert.Equal("Draft", members.GetProperty("status").GetProperty("default").GetString());
    }

    [Fact]
    public async Task The_rules_and_defaults_of_parameters_stand_there_too()
    {
        var list = (await ReadAsync()).GetProperty("paths").GetProperty("/items").GetProperty("get");

        var limit = list.GetProperty("parameters").EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "limit").GetProperty("schema");

        Assert.Equal(1, limit.GetProperty("minimum").GetInt32());
        Assert.Equal(100, limit.GetProperty("maximum").GetInt32());
        Assert.Equal(20, limit.GetProperty("default").GetInt32());
    }

    [Theory]
    [InlineData("/items", "201", "Location")]
    [InlineData("/items", "401", "WWW-Authenticate")]
    [InlineData("/token", "429", "Retry-After")]
    public async Task Answers_name_their_headers(string path, string status, string header)
    {
        var responses = (await ReadAsync()).GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("responses");

        Assert.True(responses.GetProperty(status).GetProperty("headers").GetProperty(header).GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task A_client_that_has_the_document_need_not_read_it_again()
    {
        var client = service.CreateClient();
        var first = await client.GetAsync("/openapi.json", Cancellation);

        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync("/openapi.json", Cancellation)).StatusCode);
    }

    private async Task<JsonElement> ReadAsync() =>
        await (await service.CreateClient().GetAsync("/openapi.json", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);
}
