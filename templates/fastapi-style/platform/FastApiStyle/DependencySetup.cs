using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Validation;

namespace FastApiStyle;

/// <summary>Asks for dependencies where no parameter does.</summary>
public static class DependencySetup
{
    /// <summary>
    /// Resolves a dependency for a route, or for each route of a group, before those that their handlers ask for: what it refuses does not
    /// get there. It holds for every kind of route, in a feature or not.
    /// </summary>
    /// <typeparam name="T">The dependency.</typeparam>
    /// <param name="routes">The group.</param>
    /// <returns>The same group.</returns>
    public static RouteGroupBuilder RequireDependency<T>(this RouteGroupBuilder routes) where T : class, IDependency<T> =>
        Require<T, RouteGroupBuilder>(routes);

    /// <summary>Resolves a dependency for a route, before those that its handler asks for: what it refuses does not get there.</summary>
    /// <typeparam name="T">The dependency.</typeparam>
    /// <param name="route">The route.</param>
    /// <returns>The same route.</returns>
    public static RouteHandlerBuilder RequireDependency<T>(this RouteHandlerBuilder route) where T : class, IDependency<T> =>
        Require<T, RouteHandlerBuilder>(route);

    /// <summary>Resolves a dependency for what else is mapped, such as a hub or files, before it: what it refuses does not get there.</summary>
    /// <typeparam name="T">The dependency.</typeparam>
    /// <param name="routes">What was mapped.</param>
    /// <returns>The same.</returns>
    public static IEndpointConventionBuilder RequireDependency<T>(this IEndpointConventionBuilder routes) where T : class, IDependency<T> =>
        Require<T, IEndpointConventionBuilder>(routes);

    /// <summary>Registers a dependency of another assembly, or a generic one. Those of the service are found by themselves.</summary>
    /// <typeparam name="T">The dependency.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDependency<T>(this IServiceCollection services) where T : class, IDependency<T>
    {
        services.Add(new DependencyDescriptor(typeof(T)));
        return services;
    }

    internal static void AddDependencies(this IServiceCollection services, IEnumerable<Type> types)
    {
        services.AddSingleton(new DependencyBook(services));
        services.AddScoped<DependencyState>();
        foreach (var type in types.Where(type => !type.ContainsGenericParameters && DependencyDescriptor.IsDependency(type)))
        {
            services.Add(new DependencyDescriptor(type));
        }
    }

    internal static void Require(this IEndpointConventionBuilder routes, Type dependency)
    {
        routes.Add(route => route.Metadata.Add(new RequiredDependency(dependency)));
        routes.Finally(route =>
        {
            if (!route.Metadata.OfType<FeatureRoute>().Any())
            {
                AttachOutside(route);
            }
        });
    }

    private static TBuilder Require<T, TBuilder>(TBuilder routes) where TBuilder : IEndpointConventionBuilder
    {
        routes.Require(typeof(T));
        return routes;
    }

    private static void AttachOutside(EndpointBuilder route)
    {
        if (route.RequestDelegate is null)
        {
            throw new StartupException($"{route.DisplayName} is of a kind that runs no dependency: protect it by another means.");
        }
        if (!route.Metadata.OfType<DependencyPlan>().Any())
        {
            DependencyPlan.Attach(route, isOfFeature: false);
            var plan = route.Metadata.OfType<DependencyPlan>().Single();
            if (plan.ParametersIn(null, route.ApplicationServices).Any())
            {
                ErrorWriter.Of(route.ApplicationServices).DocumentFaults(route);
            }
            WireBinding.Attach(route);
        }
    }
}
