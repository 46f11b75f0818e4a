using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Reflection;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Dependencies;

/// <summary>The dependencies of a service, each made ready once for all routes that reach it in the same way.</summary>
internal sealed class DependencyBook(IServiceCollection registered)
{
    private readonly ConcurrentDictionary<Type, bool> resolved = [];
    private readonly ConcurrentDictionary<Reached, DependencyNode> nodes = [];

    /// <summary>The dependencies that a method asks for, in the order of its parameters.</summary>
    public static IEnumerable<Type> NeedsOf(MethodInfo method) => method.GetParameters().SelectMany(parameter =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties().Select(member => member.PropertyType)
            : [parameter.ParameterType]).Where(DependencyDescriptor.IsDependency);

    /// <summary>Refuses what would leave a dependency aside, or would be made without being asked.</summary>
    public void Check()
    {
        foreach (var type in registered.OfType<DependencyDescriptor>().Select(descriptor => descriptor.ServiceType).Distinct())
        {
            var method = DependencyMethod.Of(type);
            if (registered.Any(other => other.ServiceType == type && !other.IsKeyedService && other.ImplementationType == type))
            {
                throw new StartupException(
                    $"{type.FullName} is registered as a service, which would make it without {method.Name}: leave out its registration.");
            }
        }
    }

    /// <summary>A dependency with all that it needs, or null where another one is registered in its place.</summary>
    /// <param name="type">The type of the dependency.</param>
    /// <param name="route">The route that reaches it.</param>
    /// <param name="chain">What leads to it.</param>
    public DependencyNode? Find(Type type, EndpointBuilder route, IReadOnlyList<Type> chain)
    {
        IReadOnlyList<Type> path = [.. chain, type];
        var words = $"{route.DisplayName} asks for {string.Join(" → ", path.Select(each => each.Name))}";
        if (chain.Contains(type))
        {
            throw new StartupException($"{words}, which has no end: let one of them do without the other.");
        }
        if (!resolved.GetOrAdd(type, IsResolved))
        {
            return registered.Any(each => each.ServiceType == type) ? null : throw new StartupException(
                $"{words}, which is not registered, since it is of another assembly or generic: add it by services.AddDependency<{type.Name}>().");
        }
        var method = DependencyMethod.Of(type);
        var needs = NeedsOf(method).Distinct().Select(need => Find(need, route, path)).OfType<DependencyNode>().ToList();
        var pattern = (route as RouteEndpointBuilder)?.RoutePattern ?? RoutePatternFactory.Parse("");
        var inPath = method.GetParameters().SelectMany(NamesOf).Where(name => pattern.GetParameter(name) is not null).Order(StringComparer.Ordinal);
        return nodes.GetOrAdd(new(type, string.Join('/', inPath)), _ => Make(type, method, needs, pattern, route.ApplicationServices, words));
    }

    private static DependencyNode Make(
        Type type, MethodInfo method, IReadOnlyList<DependencyNode> needs, RoutePattern pattern, IServiceProvider services, string words)
    {
        try
        {
            var node = new DependencyNode(type, method, needs, pattern, services);
            if (UnknownOf(node, services) is { } unknown)
            {
                throw new StartupException(
                    $"{words}, whose {method.Name} would read {unknown.Name} from the body, which is the handler's: register {unknown.ParameterType.Name} "
                    + "as a service, or say where else it comes from, as by [FromHeader] or [FromQuery].");
            }
            return node;
        }
        catch (StartupException exception) when (!exception.Message.StartsWith(words, StringComparison.Ordinal))
        {
            throw new StartupException($"{words}, whose {method.Name} {exception.Message}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new StartupException($"{words}, whose {method.Name} cannot be called: {exception.Message.Split('\n')[0].Trim()}", exception);
        }
    }

    /// <summary>The first parameter that neither the services nor the rest of a request can give.</summary>
    private static ParameterInfo? UnknownOf(DependencyNode node, IServiceProvider services)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        var body = node.Metadata.OfType<IAcceptsMetadata>().LastOrDefault();
        return Array.Find(node.Method.GetParameters(), parameter =>
            parameter.ParameterType == typeof(Stream) || parameter.ParameterType == typeof(PipeReader)
            || (parameter.GetCustomAttributes(false).Any(each => each is IFromServiceMetadata) && !known.IsService(parameter.ParameterType))
            || (body is not null && (parameter.ParameterType == body.RequestType || parameter.GetCustomAttributes(false).Any(each => each is IFromFormMetadata))))
            ?? (body is null ? null : node.Method.GetParameters()[^1]);
    }

    private static IEnumerable<string> NamesOf(ParameterInfo parameter) => parameter.IsDefined(typeof(AsParametersAttribute))
        ? parameter.ParameterType.GetProperties().Select(member => WireNames.Given(member.Name, member.GetCustomAttributes(false)))
        : [WireNames.Given(parameter.Name!, parameter.GetCustomAttributes(false))];

    // What is registered last counts.
    private bool IsResolved(Type type) => registered.LastOrDefault(each => each.ServiceType == type && !each.IsKeyedService) is DependencyDescriptor;

    /// <summary>A class: a dictionary over a struct of two would be compiled by each start anew.</summary>
    private sealed record Reached(Type Type, string InPath);
}
