using FastApiStyle.Errors;
using Microsoft.AspNetCore.Hosting;

namespace FastApiStyle.Grpc.Errors;

/// <summary>Whatever refuses a call, in front of its method or inside of it, answers it as gRPC does.</summary>
internal sealed class GrpcRequests : IStartupFilter
{
    private const string ContentType = "application/grpc";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, request) =>
        {
            if (IsGrpc(http.Request.ContentType))
            {
                http.Features.Set<IErrorAnswer>(new GrpcAnswer());
            }
            return request(http);
        });
        next(app);
    };

    /// <summary>Also <c>application/grpc+proto</c>; not gRPC-Web, which is another protocol.</summary>
    private static bool IsGrpc(string? type) =>
        type?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true && (type.Length == ContentType.Length || type[ContentType.Length] is '+' or ';' or ' ');
}
