using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What the settings under Server say: proxies, and pages of other origins.</summary>
public sealed class ServerTests
{
    private const string Page = "https://shop.example";

    [Theory]
    [InlineData(null, "127.0.0.1 http")]
    [InlineData("192.0.2.1", "127.0.0.1 http")]
    [InlineData("127.0.0.1", "203.0.113.9 https")]
    [InlineData("192.0.2.0/24", "127.0.0.1 http")]
    [InlineData("127.0.0.0/8", "203.0.113.9 https")]
    public async Task A_proxy_is_believed_where_it_is_named_and_a_stranger_on_this_machine_is_not(string? trusted, string seen)
    {
        await using var service = await Start(("TrustedProxies:0", trusted));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/client");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(seen, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("https://other.example", null, null, null)]
    [InlineData(Page, null, Page, null)]
    [InlineData(Page, "true", Page, "true")]
    [InlineData("*", null, "*", null)]
    public async Task A_page_of_another_origin_calls_the_service_where_the_settings_say_so(
        string? origin, string? credentials, string? allowed, string? allowedCredentials)
    {
        await using var service = await Start(("CorsOrigins:0", origin), ("CorsCredentials", credentials));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/client");
        request.Headers.Add("Origin", Page);

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal(allowed, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(allowedCredentials, Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_page_reads_the_headers_that_answers_of_the_service_document()
    {
        await using var service = await Start(("CorsOrigins:0", Page));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/client");
        request.Headers.Add("Origin", Page);

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal("Content-Disposition,ETag,Location,Retry-After,WWW-Authenticate,X-Reason", Header(answer, "Access-Control-Expose-Headers"));
    }

    [Fact]
    public async Task Any_origin_is_any_whatever_else_is_named()
    {
        await using var service = await Start(("CorsOrigins:0", "https://other.example"), ("CorsOrigins:1", "*"));
        using var request = new HttpRequestMessage(HttpMethod.Options, "/client");
        request.Headers.Add("Origin", Page);
        request.Headers.Add("Access-Control-Request-Method", "GET");

        using var answer = await service.Client.SendAsync(request);

        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Not_every_page_there_is_may_send_what_signs_a_user_in()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => Start(("CorsOrigins:0", "*"), ("CorsCredentials", "true")));

        Assert.Equal(
            ["The setting Server:CorsCredentials is wrong: must be false where CorsOrigins is *: name the origins that you trust."],
            refusal.Failures);
    }

    private static Task<LibraryService> Start(params (string Name, string? Value)[] settings) => new LibraryService(typeof(ClientFeature))
    {
        AddFirst = builder =>
        {
            foreach (var (name, value) in settings.Where(setting => setting.Value is not null))
            {
                builder.Configuration[$"Server:{name}"] = value;
            }
            builder.AddServer();
        },
        UseFirst = app => app.UseServer(),
        Use = app => app.UseCors(),
    }.Start();

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    public sealed class ClientFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes
            .MapGet("/client", (HttpContext http) => $"{http.Connection.RemoteIpAddress} {http.Request.Scheme}").MayAnswer<NotFoundProblem>("X-Reason");
    }
}
