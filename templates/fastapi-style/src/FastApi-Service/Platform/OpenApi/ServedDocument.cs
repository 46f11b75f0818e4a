using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace FastApiService.Platform.OpenApi;

/// <summary>Serves <c>/openapi.json</c> from memory: the first answer makes it, a client that has it is told so (304).</summary>
internal sealed class ServedDocument : IDisposable
{
    public const string Name = "openapi";

    // The prefix comes from the request, where a trusted proxy says it; a careless one must not fill the memory.
    private const int MostPrefixes = 16;

    private readonly SemaphoreSlim making = new(1);
    private readonly ConcurrentDictionary<string, FileContentHttpResult> answers = new(StringComparer.Ordinal);
    private OpenApiDocument? document;

    public async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.Equals($"/{Name}.json", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            await next(http);
            return;
        }
        var prefix = http.Request.PathBase.ToUriComponent();
        // Two slashes would name another server.
        prefix = prefix.StartsWith("//", StringComparison.Ordinal) ? "" : prefix;
        var answer = answers.GetValueOrDefault(prefix) ?? await AddAsync(http, prefix);
        // Another prefix is another document: whoever keeps it asks whether it is still the one.
        http.Response.Headers.CacheControl = "no-cache";
        await answer.ExecuteAsync(http);
    }

    public void Dispose() => making.Dispose();

    private async Task<FileContentHttpResult> AddAsync(HttpContext http, string prefix)
    {
        await making.WaitAsync(http.RequestAborted);
        try
        {
            if (!answers.TryGetValue(prefix, out var answer))
            {
                answer = await MakeAsync(http.RequestServices, prefix);
                if (answers.Count >= MostPrefixes)
                {
                    answers.Clear();
                }
                answers[prefix] = answer;
            }
            return answer;
        }
        finally
        {
            making.Release();
        }
    }

    private async Task<FileContentHttpResult> MakeAsync(IServiceProvider services, string prefix)
    {
        document ??= await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Name);
        // Behind a path prefix, the addresses in the document start with it.
        document.Servers = [new OpenApiServer { Url = prefix.Length > 0 ? prefix : "/" }];
        if (document.Components?.SecuritySchemes?[OperationDetails.Scheme].Flows?.Password is { } flow)
        {
            flow.TokenUrl = new Uri($"{prefix}/token", UriKind.Relative);
        }
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        var bytes = Encoding.UTF8.GetBytes(json);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return TypedResults.Bytes(bytes, "application/json;charset=utf-8", entityTag: tag);
    }
}
