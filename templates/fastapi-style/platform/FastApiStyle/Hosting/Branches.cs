namespace FastApiStyle.Hosting;

/// <summary>Parts of the pipeline that not every request passes, and not every service needs.</summary>
internal static class Branches
{
    /// <summary>
    /// As <see cref="UseWhenExtensions.UseWhen"/>, but for when its middleware is made, which is most of what a branch costs: by the first request for it, not by the start.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="isNeeded">Whether a request passes it.</param>
    /// <param name="use">Says what is in it, at once.</param>
    public static void UseOnDemand(this IApplicationBuilder app, Func<HttpContext, bool> isNeeded, Action<IApplicationBuilder> use)
    {
        var branch = app.New();
        use(branch);
        app.Use(next =>
        {
            branch.Run(next);
            var built = new Lazy<RequestDelegate>(branch.Build);
            return http => isNeeded(http) ? built.Value(http) : next(http);
        });
    }
}
