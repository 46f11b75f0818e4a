namespace FastApiService.Platform;

/// <summary>
/// One resource of the API: what it registers and which routes it maps. Features are found at start,
/// so that a new one touches no other file. Its own summary becomes the description of its tag in /docs.
/// </summary>
public interface IFeature
{
    /// <summary>Registers the services of the feature.</summary>
    static abstract void AddServices(IServiceCollection services);

    /// <summary>Maps the routes of the feature, in a group that validates their input.</summary>
    static abstract void MapRoutes(IEndpointRouteBuilder routes);
}
