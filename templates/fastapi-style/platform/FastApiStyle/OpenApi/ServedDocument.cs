using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Swashbuckle.AspNetCore.Swagger;

namespace FastApiStyle.OpenApi;

/// <summary>Serves <c>/openapi.json</c> from memory: the first answer makes it, a client that has it is told so (304).</summary>
internal sealed class ServedDocument
{
    public const string Name = "openapi";

    // Of one prefix: behind a proxy, every request comes with the same.
    private volatile Made? made;

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
        var served = made is { } known && known.Prefix == prefix ? known : made = await MakeAsync(http.RequestServices, prefix);
        // Another prefix is another document: whoever keeps it asks whether it is still the one.
        http.Response.Headers.CacheControl = "no-cache";
        await served.Answer.ExecuteAsync(http);
    }

    private static async Task<Made> MakeAsync(IServiceProvider services, string prefix)
    {
        // Behind a path prefix, the addresses in the document start with it.
        var document = await services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Name, basePath: prefix.Length > 0 ? prefix : "/");
        var bytes = Encoding.UTF8.GetBytes(await DocumentText.OfAsync(document));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return new(prefix, TypedResults.Bytes(bytes, "application/json;charset=utf-8", entityTag: tag));
    }

    private sealed record Made(string Prefix, FileContentHttpResult Answer);
}
