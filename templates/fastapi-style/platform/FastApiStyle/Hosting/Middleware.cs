using FastApiStyle.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

#pragma warning disable CA1050 // In no namespace, so that these come before those of ASP.NET Core in every file.

/// <summary>
/// The middleware of ASP.NET Core, which only those requests pass for which it has something to do. What it does for them is the same; the
/// others do not pay for it.
/// </summary>
public static class FastApiStyleMiddleware
{
    /// <summary>CORS, for requests of pages of other origins and routes with a policy of their own.</summary>
    /// <param name="app">The service.</param>
    /// <returns>The service.</returns>
    public static IApplicationBuilder UseCors(this WebApplication app) => UseWhen(
        app, http => http.Request.Headers.Origin.Count > 0 || RouteNeeds.Of(http)?.Cors == true, branch => branch.UseCors());

    /// <summary>
    /// Authentication, at once where the route asks for a user, and else when something asks for <see cref="HttpContext.User"/>.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <returns>The service.</returns>
    public static IApplicationBuilder UseAuthentication(this WebApplication app)
    {
        var schemes = app.Services.GetService<IAuthenticationSchemeProvider>();
        return UseWhen(
            app, http => RouteNeeds.Of(http)?.User == true || HandlesRequests(schemes) || !UserOnDemand.Attach(http), branch => branch.UseAuthentication());
    }

    /// <summary>Limits, for routes that have one, or for all where there is a <see cref="RateLimiterOptions.GlobalLimiter"/>.</summary>
    /// <param name="app">The service.</param>
    /// <returns>The service.</returns>
    public static IApplicationBuilder UseRateLimiter(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>();
        return UseWhen(app, http => RouteNeeds.Of(http)?.Limit == true || options.Value.GlobalLimiter is not null, branch => branch.UseRateLimiter());
    }

    /// <summary>Authorization, for routes that ask for it, or for all where there is a <see cref="AuthorizationOptions.FallbackPolicy"/>.</summary>
    /// <param name="app">The service.</param>
    /// <returns>The service.</returns>
    public static IApplicationBuilder UseAuthorization(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<AuthorizationOptions>>();
        var isOrdinary = app.Services.GetService<IAuthorizationPolicyProvider>() is DefaultAuthorizationPolicyProvider;
        return UseWhen(
            app, http => RouteNeeds.Of(http)?.Authorization == true || !isOrdinary || options.Value.FallbackPolicy is not null, branch => branch.UseAuthorization());
    }

    /// <summary>Whether a scheme answers requests of its own, such as the one by which an issuer sends a browser back.</summary>
    private static bool HandlesRequests(IAuthenticationSchemeProvider? schemes) =>
        schemes?.GetRequestHandlerSchemesAsync() is not { IsCompletedSuccessfully: true, Result: var handlers } || handlers.Any();

    private static WebApplication UseWhen(WebApplication app, Func<HttpContext, bool> isNeeded, Action<IApplicationBuilder> use)
    {
        app.UseOnDemand(isNeeded, branch =>
        {
            use(branch);
            foreach (var (name, value) in branch.Properties)
            {
                // What it says of itself there is true of the service, which would add it once more.
                ((IApplicationBuilder)app).Properties[name] = value;
            }
        });
        return app;
    }
}
