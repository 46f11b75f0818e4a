namespace FastApiStyle.Testing.Attacks;

/// <summary>Headers that the protocol, the server or a middleware of ASP.NET Core sets: no part of what an operation says.</summary>
internal static class FrameworkHeaders
{
    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase)
    {
        // The connection and the server.
        "Alt-Svc", "Connection", "Content-Length", "Content-Type", "Date", "Keep-Alive", "Server", "Trailer", "Transfer-Encoding", "Upgrade", "Via",

        // Compression, languages, files and parts of files, caches.
        "Accept-Ranges", "Age", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Range", "ETag", "Expires",
        "Last-Modified", "Pragma", "Vary", "Warning",

        // Sessions, security, tracing; what a 405 allows.
        "Allow", "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Referrer-Policy",
        "Request-Id", "Set-Cookie", "Strict-Transport-Security", "traceparent", "tracestate", "X-Content-Type-Options", "X-Frame-Options",
    };

    public static bool Contain(string name) => All.Contains(name) || name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase);
}
