namespace FastApiStyle;

/// <summary>
/// One resource of the API: what it registers and which routes it maps. Features are found at start, so that a new one
/// touches no other file. Its own summary becomes the description of its tag in /docs.
/// </summary>
/// <remarks>A member that a later version adds has a default, too, so that a feature that stands goes on to compile.</remarks>
public interface IFeature
{
    /// <summary>
    /// Registers what the feature is made of: services, settings (<see cref="Settings.AddSettings{T}"/>), hosted services and
    /// health checks. The configuration and the environment are at hand.
    /// </summary>
    static virtual void AddServices(IHostApplicationBuilder builder)
    {
    }

    /// <summary>
    /// Adds middleware of the feature, in the order of the names of the features. It stands where <c>MapFeatures</c> is called, behind
    /// routing and authorization and in front of every route: it sees the user and <c>http.GetEndpoint()</c>, for requests that
    /// other features answer, too. What only the routes of this feature need is a filter of their group, <c>AddEndpointFilter</c>.
    /// </summary>
    static virtual void UseMiddleware(IApplicationBuilder app)
    {
    }

    /// <summary>Maps the routes of the feature, in a group that validates their input and documents their answers.</summary>
    static virtual void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}
