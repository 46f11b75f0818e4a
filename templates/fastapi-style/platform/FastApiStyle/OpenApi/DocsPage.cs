using System.Reflection;

namespace FastApiStyle.OpenApi;

/// <summary>What is ours of the page of Swagger UI: no bar with a logo and a list of one document, and the colours of the system.</summary>
internal static class DocsPage
{
    /// <summary>The page, which Swashbuckle fills in.</summary>
    public static Stream Html() => Read("docs.html");

    /// <summary>Serves the script that stands beside it.</summary>
    public static async Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.Equals("/docs/docs.js", StringComparison.Ordinal) || !HttpMethods.IsGet(http.Request.Method))
        {
            await next(http);
            return;
        }
        http.Response.ContentType = "text/javascript;charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        await using var script = Read("docs.js");
        await script.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static Stream Read(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
}
