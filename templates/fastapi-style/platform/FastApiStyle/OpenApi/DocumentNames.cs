using System.Collections.Concurrent;
using System.Reflection;
using FastApiStyle.Errors;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>The names of schemas and of operations, each of which a document may have once.</summary>
internal sealed class DocumentNames(ApiOptions api, ErrorWriter errors)
{
    private readonly ConcurrentDictionary<string, Type> known = [];

    /// <summary>The name of a type. Of two that would have the same one, the second carries the last part of its namespace, too.</summary>
    /// <exception cref="StartupException">The function of the service gives it none.</exception>
    public string OfSchema(Type type)
    {
        var name = NameOf(type);
        return known.GetOrAdd(name, type) == type ? name : $"{type.Namespace?.Split('.')[^1]}{name}";
    }

    /// <exception cref="StartupException">The function of the service gives it none.</exception>
    public string OfOperation(ApiDescription description) => OfOperation(
        description.ActionDescriptor.EndpointMetadata, description.TryGetMethodInfo(out var handler) ? handler : null,
        $"/{description.RelativePath}", description.HttpMethod ?? "any");

    /// <summary>The names of what the document says of a route.</summary>
    /// <exception cref="StartupException">The function of the service gives it none.</exception>
    public IEnumerable<string> OfRoute(RouteEndpoint route) => MethodsOf(route.Metadata).Select(method => OfOperation(
        route.Metadata, route.Metadata.GetMetadata<MethodInfo>(), $"/{route.RoutePattern.RawText?.TrimStart('/')}", method));

    /// <summary>Asks for the names of what routes take and answer; what these hold, only the document knows.</summary>
    /// <exception cref="StartupException">The function of the service gives one none.</exception>
    public void CheckSchemas(IEnumerable<Endpoint> routes)
    {
        var bodies = routes.SelectMany(route => route.Metadata)
            .Select(each => (each as IAcceptsMetadata)?.RequestType ?? (each as IProducesResponseTypeMetadata)?.Type)
            .Distinct();
        foreach (var type in bodies.OfType<Type>().Where(type => !MemberAttributes.IsOfFramework(type)))
        {
            NameOf(type);
        }
    }

    private static IReadOnlyList<string> MethodsOf(IEnumerable<object> metadata) =>
        metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];

    private static string Ask<T>(Func<T, string> function, T about, string name, string what)
    {
        try
        {
            return function(about) is var answer && !string.IsNullOrWhiteSpace(answer) ? answer : throw new StartupException($"{name} gives {what} no name.");
        }
        catch (Exception exception) when (exception is not StartupException)
        {
            throw new StartupException($"{name} fails to name {what}: {exception.Message}", exception);
        }
    }

    private string NameOf(Type type) => type == typeof(Fault) ? errors.FaultName
        : type.Assembly == typeof(Fault).Assembly && type.Namespace == typeof(Fault).Namespace ? SchemaNames.TypeName(type)
        : Ask(api.SchemaNames, type, nameof(ApiOptions.SchemaNames), type.Name);

    private string OfOperation(IEnumerable<object> metadata, MethodInfo? handler, string path, string method)
    {
        var said = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
        var operation = new ApiOperation(
            method, path,
            [.. metadata.OfType<ITagsMetadata>().LastOrDefault()?.Tags ?? []],
            // A lambda has no name but its address.
            said ?? (handler?.Name.StartsWith('<') == false ? handler.Name : null),
            MethodsOf(metadata));
        return Ask(api.OperationIds, operation, nameof(ApiOptions.OperationIds), $"{method} {path}");
    }
}
