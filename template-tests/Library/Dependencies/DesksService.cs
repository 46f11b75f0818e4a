using System.Net.Http.Headers;
using System.Text;
using FastApiStyle.TemplateTests.Library.Features.Desks;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>The service of these tests.</summary>
internal static class DesksService
{
    public static Task<LibraryService> Start(Action<WebApplicationBuilder>? add = null, Action<WebApplication>? use = null) => new LibraryService(typeof(DesksFeature))
    {
        Add = builder =>
        {
            builder.Services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new() { Type = SecuritySchemeType.Http, Scheme = "bearer" }));
            add?.Invoke(builder);
        },
        Use = use ?? (_ => { }),
    }.Start();

    public static Task<HttpResponseMessage> Ask(
        this LibraryService service, string method, string path, string? user = null, string? body = null, params string[] headers)
    {
        var request = new HttpRequestMessage(new(method), path);
        request.Headers.Authorization = user is null ? null : new("Bearer", user);
        foreach (var header in headers)
        {
            var (name, value) = header.Split(": ") is [var first, var second] ? (first, second) : throw new ArgumentException(header);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return service.Client.SendAsync(request);
    }

    public static async Task MustSay(this Task<HttpResponseMessage> asking, string text)
    {
        using var answer = await asking;
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        Assert.Equal(text, said.StartsWith('{') ? (string?)(await answer.Json())["text"] : said.Trim('"'));
    }

    public static async Task MustRefuse(this Task<HttpResponseMessage> asking, int status, string detail)
    {
        using var answer = await asking;
        Assert.Equal(detail, (string?)(await answer.MustBeProblem(status))["detail"]);
        Assert.Equal(status == 401 ? "Bearer" : "", answer.Headers.WwwAuthenticate.ToString());
    }
}
