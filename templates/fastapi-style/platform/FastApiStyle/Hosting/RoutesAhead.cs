namespace FastApiStyle.Hosting;

/// <summary>
/// Builds the routes of features while the rest of the start goes on: settings are checked, the database is brought up to date. All of it
/// is most of what the service does before it listens, and neither needs the other.
/// </summary>
internal sealed class RoutesAhead : IHostedService
{
    /// <summary>A host makes its services before it checks settings: nothing of a start is earlier, and all routes are mapped.</summary>
    public RoutesAhead(Features features)
    {
        if (features.Service is IEndpointRouteBuilder service)
        {
            ThreadPool.UnsafeQueueUserWorkItem(Build, service.DataSources.OfType<BuiltRoutes>().ToList(), preferLocal: false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Build(List<BuiltRoutes> features)
    {
        try
        {
            features.ForEach(routes => _ = routes.Endpoints);
        }
        catch (Exception)
        {
            // What is wrong with one stops the start: the check builds it again, and says it.
        }
    }
}
