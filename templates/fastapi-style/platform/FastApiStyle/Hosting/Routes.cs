using System.Diagnostics.CodeAnalysis;
using FastApiStyle.Hosting;

#pragma warning disable CA1050 // In no namespace, so that these come before those of ASP.NET Core in every file.

/// <summary>
/// Routes as ASP.NET Core maps them, but for one thing: each is compiled by the first request for it. ASP.NET Core compiles all of them
/// before the first request of any, which takes several milliseconds for each. What is wrong with one still stops the start.
/// </summary>
/// <remarks>
/// They come before <see cref="EndpointRouteBuilderExtensions"/>, which maps other methods of HTTP as ever.
/// </remarks>
public static class FastApiStyleRoutes
{
    /// <summary>Maps a handler of GET.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The path, such as <c>/{id}</c>.</param>
    /// <param name="handler">A method whose parameters are bound, and whose result is the answer.</param>
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Get);

    /// <summary>Maps a handler of POST.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The path, such as <c>/{id}</c>.</param>
    /// <param name="handler">A method whose parameters are bound, and whose result is the answer.</param>
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Post);

    /// <summary>Maps a handler of PUT.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The path, such as <c>/{id}</c>.</param>
    /// <param name="handler">A method whose parameters are bound, and whose result is the answer.</param>
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Put);

    /// <summary>Maps a handler of PATCH.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The path, such as <c>/{id}</c>.</param>
    /// <param name="handler">A method whose parameters are bound, and whose result is the answer.</param>
    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Patch);

    /// <summary>Maps a handler of DELETE.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="pattern">The path, such as <c>/{id}</c>.</param>
    /// <param name="handler">A method whose parameters are bound, and whose result is the answer.</param>
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Delete);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler, string method) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, CompileLater);

    private static RequestDelegateResult CompileLater(
        Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        // Of what was found out about the route, the framework keeps much for who compiles it now, and finds it out again for who does not.
        var known = metadata is null ? null : new RequestDelegateMetadataResult { EndpointMetadata = metadata.EndpointMetadata };
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, known).RequestDelegate);
        options.ServiceProvider?.GetService<WarmUp>()?.Add(compiled);
        return new(http => compiled.Value(http), []);
    }
}
