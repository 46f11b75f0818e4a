using System.Collections.Concurrent;
using System.Reflection;
using FastApiStyle.Errors;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>The names of schemas and of operations, each of which a document may have once.</summary>
internal sealed class DocumentNames(ErrorWriter errors)
{
    private readonly ConcurrentDictionary<string, Type> known = [];

    /// <summary>The name of a type. One in another type carries its name, too: many features have a Request.</summary>
    public string OfSchema(Type type)
    {
        var name = NameOf(type);
        return known.GetOrAdd(name, type) == type ? name : $"{type.Namespace?.Split('.')[^1]}{name}";
    }

    /// <summary>What <see cref="OfHandler"/> says; a lambda has no name but its address.</summary>
    public static string OfOperation(ApiDescription api)
    {
        var metadata = api.ActionDescriptor.EndpointMetadata;
        var name = OfHandler(metadata, api.TryGetMethodInfo(out var handler) ? handler : null);
        return name is null
            ? string.Concat((api.RelativePath ?? "").Split(['/', '{', '}', '-', '.', '?', '*', ':'], StringSplitOptions.RemoveEmptyEntries)
                .Select(Pascal).Prepend((api.HttpMethod ?? "any").ToLowerInvariant()))
            // One handler of several methods is as many operations.
            : metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods.Count > 1
                ? name + Pascal(api.HttpMethod!.ToLowerInvariant())
                : name;
    }

    /// <summary>What <c>WithName</c> says, or else the name of the handler; null for a lambda.</summary>
    public static string? OfHandler(IEnumerable<object> metadata, MethodInfo? handler) =>
        metadata.OfType<IEndpointNameMetadata>().LastOrDefault() is { EndpointName: var name } ? Camel(name)
        : handler?.Name.StartsWith('<') == false ? Camel(handler.Name)
        : null;

    // Clients name their methods after it.
    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string Pascal(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";

    private string NameOf(Type type) => type == typeof(Fault) ? errors.FaultName : string.Concat([
        .. type.GenericTypeArguments.Select(NameOf),
        type.DeclaringType is { } outer ? NameOf(outer) : "",
        type.Name.Split('`')[0].Replace("[]", "Array", StringComparison.Ordinal),
    ]);
}
