using System.Reflection;
using FastApiStyle.Hosting;
using FastApiStyle.Validation;
using FluentValidation;

namespace FastApiStyle;

/// <summary>Every <see cref="IFeature"/> and every validator of a service.</summary>
internal sealed class Features(IEnumerable<Type> types)
{
    private readonly Type[] features =
        [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFeature)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    private bool usesMiddleware;

    public void AddServices(IHostApplicationBuilder builder)
    {
        Array.ForEach(features, RefuseWhatIsNeverCalled);
        // One that asks for services may get some that live as long as a request, such as a database context.
        foreach (var found in new AssemblyScanner(types))
        {
            builder.Services.Add(new(found.InterfaceType, found.ValidatorType, LifetimeOf(found.ValidatorType)));
            builder.Services.Add(new(found.ValidatorType, found.ValidatorType, LifetimeOf(found.ValidatorType)));
        }
        Each(nameof(AddServices), builder);
    }

    /// <summary>The service, as soon as it is known.</summary>
    public IApplicationBuilder? Service { get; set; }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var app = Service ?? throw new StartupException("UseFastApiStyle is never called: it stands before UseRouting, and MapFeatures after it.");
        if (!usesMiddleware)
        {
            usesMiddleware = true;
            Each(nameof(UseMiddleware), app);
        }
        Each(nameof(MapRoutes), BuiltRoutes.MapGroup(routes).WithInputValidation());
    }

    private static void AddServices<TFeature>(IHostApplicationBuilder builder) where TFeature : IFeature => TFeature.AddServices(builder);

    private static void UseMiddleware<TFeature>(IApplicationBuilder app) where TFeature : IFeature => TFeature.UseMiddleware(app);

    private static void MapRoutes<TFeature>(IEndpointRouteBuilder routes) where TFeature : IFeature => TFeature.MapRoutes(routes);

    private static ServiceLifetime LifetimeOf(Type validator) =>
        ValidatorLookup.IsOfRequest(validator) ? ServiceLifetime.Scoped : ServiceLifetime.Singleton;

    /// <summary>A method of the right name that takes something else would silently be left aside for the default.</summary>
    private static void RefuseWhatIsNeverCalled(Type feature)
    {
        var called = feature.GetInterfaceMap(typeof(IFeature)).TargetMethods;
        foreach (var method in feature.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (typeof(IFeature).GetMethod(method.Name) is { } wanted && !called.Contains(method))
            {
                var parameters = wanted.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}");
                throw new StartupException(
                    $"{feature.FullName}.{method.Name} is never called: make it public static void {method.Name}({string.Join(", ", parameters)}).");
            }
        }
    }

    private void Each(string method, object argument)
    {
        var generic = typeof(Features).GetMethods(BindingFlags.NonPublic | BindingFlags.Static).Single(each => each.Name == method);
        foreach (var feature in features)
        {
            generic.MakeGenericMethod(feature).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null);
        }
    }
}
