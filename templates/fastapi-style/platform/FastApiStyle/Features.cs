using System.Reflection;
using FastApiStyle.Hosting;
using FastApiStyle.Validation;
using FluentValidation;

namespace FastApiStyle;

/// <summary>Every <see cref="IFeature"/> and every validator of a service.</summary>
internal sealed class Features(IEnumerable<Type> types)
{
    private readonly Mapped[] features =
        [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFeature)))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => new Mapped(type.GetInterfaceMap(typeof(IFeature))))];

    private bool usesMiddleware;

    public void AddServices(IHostApplicationBuilder builder)
    {
        Array.ForEach(features, feature => RefuseWhatIsNeverCalled(feature.Methods));
        // One that asks for services may get some that live as long as a request, such as a database context.
        foreach (var found in new AssemblyScanner(types.Where(type => type.IsAssignableTo(typeof(IValidator)))))
        {
            builder.Services.Add(new(found.InterfaceType, found.ValidatorType, LifetimeOf(found.ValidatorType)));
            builder.Services.Add(new(found.ValidatorType, found.ValidatorType, LifetimeOf(found.ValidatorType)));
        }
        Each(nameof(IFeature.AddServices), builder);
    }

    /// <summary>The service, as soon as it is known.</summary>
    public IApplicationBuilder? Service { get; set; }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        var app = Service ?? throw new StartupException("UseFastApiStyle is never called: it stands before UseRouting, and MapFeatures after it.");
        if (!usesMiddleware)
        {
            usesMiddleware = true;
            Each(nameof(IFeature.UseMiddleware), app);
        }
        Each(nameof(IFeature.MapRoutes), BuiltRoutes.MapGroup(routes).WithInputValidation());
    }

    private static ServiceLifetime LifetimeOf(Type validator) =>
        ValidatorLookup.IsOfRequest(validator) ? ServiceLifetime.Scoped : ServiceLifetime.Singleton;

    /// <summary>A method of the right name that takes something else would silently be left aside for the default.</summary>
    private static void RefuseWhatIsNeverCalled(InterfaceMapping feature)
    {
        foreach (var wanted in feature.InterfaceMethods)
        {
            var named = feature.TargetType.GetMember(
                wanted.Name, MemberTypes.Method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly);
            if (Array.Exists(named, method => !feature.TargetMethods.Contains(method)))
            {
                var parameters = wanted.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}");
                throw new StartupException(
                    $"{feature.TargetType.FullName}.{wanted.Name} is never called: make it public static void {wanted.Name}({string.Join(", ", parameters)}).");
            }
        }
    }

    private void Each(string method, object argument)
    {
        foreach (var feature in features)
        {
            var member = feature.Methods.TargetMethods[Array.FindIndex(feature.Methods.InterfaceMethods, each => each.Name == method)];
            // The default does nothing.
            if (member.DeclaringType != typeof(IFeature))
            {
                member.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null);
            }
        }
    }

    /// <summary>What is generic over a struct of the framework is compiled by each start anew, over a class it is compiled already.</summary>
    private sealed record Mapped(InterfaceMapping Methods);
}
