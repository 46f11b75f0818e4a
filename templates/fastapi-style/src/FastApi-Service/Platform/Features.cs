using System.Reflection;
using FastApiService.Platform.Validation;
using FluentValidation;

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

/// <summary>Finds every <see cref="IFeature"/> and every validator of this assembly.</summary>
public static class FeatureDiscovery
{
    private static readonly Type[] Features =
        [.. typeof(IFeature).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IFeature)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        // One that asks for services may get some that live as long as a request, such as a database context.
        builder.Services
            .AddValidatorsFromAssembly(typeof(IFeature).Assembly, ServiceLifetime.Singleton,
                found => !ValidatorLookup.IsOfRequest(found.ValidatorType), includeInternalTypes: true)
            .AddValidatorsFromAssembly(typeof(IFeature).Assembly, ServiceLifetime.Scoped,
                found => ValidatorLookup.IsOfRequest(found.ValidatorType), includeInternalTypes: true);
        Each(nameof(IFeature.AddServices), builder.Services);
    }

    public static void MapFeatures(this WebApplication app) =>
        Each(nameof(IFeature.MapRoutes), app.MapGroup("").WithInputValidation());

    private static void Each(string method, object argument)
    {
        foreach (var feature in Features)
        {
            feature.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null);
        }
    }
}
