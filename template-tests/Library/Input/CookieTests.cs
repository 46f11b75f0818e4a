using FastApiStyle.TemplateTests.Library.Features.Cookies;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>A cookie is read as strictly as a query.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private LibraryService service = null!;

    public async Task InitializeAsync() => service = await new LibraryService(typeof(CookiesFeature)).Start();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Theory]
    [InlineData("Taste=sweet", "sweet")]
    [InlineData(" other=1 ;  Taste = sweet ; more=2", "sweet")]
    [InlineData("Taste=a=b", "a=b")]
    [InlineData("Taste=", "")]
    [InlineData("Taste=\"very sweet, or not\"", "very sweet, or not")]
    [InlineData("Taste=\"a\\\"b\\073c\"", "a\"b;c")]
    [InlineData("Taste=a%20%C3%BC%3B", "a ü;")]
    [InlineData("Taste=süß", "süß")]
    [InlineData("taste=sweet; TASTE=sweet", "null")]
    [InlineData("Taste", "null")]
    public async Task A_value_is_what_was_sent_under_exactly_that_name(string cookies, string value)
    {
        using var answer = await Ask("/one", cookies);

        Assert.Equal(value, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/one", "Taste=sweet; Taste=sour", "duplicate_parameter@cookie.Taste")]
    [InlineData("/one", "Taste=same; Taste=same", "duplicate_parameter@cookie.Taste")]
    [InlineData("/one", "Taste=a%00b", "string_unicode@cookie.Taste")]
    [InlineData("/number", "count=1; count=2", "duplicate_parameter@cookie.count")]
    [InlineData("/number", "count=", "int_parsing@cookie.count")]
    [InlineData("/number", "count=x", "int_parsing@cookie.count")]
    [InlineData("/number", "Count=1", "missing@cookie.count")]
    [InlineData("/number", "cookie.count=1", "missing@cookie.count")]
    [InlineData("/numbers", "count=1; count=2,3", "int_parsing@cookie.count[1]")]
    [InlineData("/numbers", "count=1; count=x; count=3", "int_parsing@cookie.count[1]")]
    public async Task What_is_at_fault_is_named(string path, string cookies, string fault) =>
        await (await Ask(path, cookies)).MustHaveFaults(fault);

    [Theory]
    [InlineData("/all", "taste=sweet; other=1; taste=sour, salty; taste=%22so%22", """["sweet","sour, salty","\"so\""]""")]
    [InlineData("/all", "Taste=sweet", "[]")]
    [InlineData("/numbers", "count=1; count=2; Count=3", "[1,2]")]
    [InlineData("/cases", "a=1; A=2", "12")]
    public async Task An_array_takes_each_of_its_name(string path, string cookies, string said)
    {
        using var answer = await Ask(path, cookies);

        Assert.Equal(said, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_document_says_what_is_taken() => await Contract.AttackAsync(service.Client);

    private async Task<HttpResponseMessage> Ask(string path, string cookies)
    {
        using var connection = new HttpClient(new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 })
        {
            BaseAddress = service.Address,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cookies{path}");
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        return await connection.SendAsync(request);
    }
}
