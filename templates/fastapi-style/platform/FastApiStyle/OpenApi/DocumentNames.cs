using System.Collections.Concurrent;
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

    /// <summary>What <c>WithName</c> says, or else the name of the handler; a lambda has none but its address.</summary>
    public static string OfOperation(ApiDescription api) =>
        api.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().LastOrDefault() is { EndpointName: var name } ? Camel(name)
        : api.TryGetMethodInfo(out var handler) && !handler.Name.StartsWith('<') ? Camel(handler.Name)
        : string.Concat((api.RelativePath ?? "").Split(['/', '{', '}', '-', '.', '?', '*', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => $"{char.ToUpperInvariant(part[0])}{part[1..]}")
            .Prepend((api.HttpMethod ?? "any").ToLowerInvariant()));

    // Clients name their methods after it.
    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    private string NameOf(Type type) => type == typeof(Fault) ? errors.FaultName : string.Concat([
        .. type.GenericTypeArguments.Select(NameOf),
        type.DeclaringType is { } outer ? NameOf(outer) : "",
        type.Name.Split('`')[0].Replace("[]", "Array", StringComparison.Ordinal),
    ]);
}
