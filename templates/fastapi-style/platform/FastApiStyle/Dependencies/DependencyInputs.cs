using FastApiStyle.Errors;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Dependencies;

/// <summary>
/// Adds what dependencies take, and how they refuse, to a route, as if its handler did: so it is documented, checked and listed
/// like the rest. What several take under one name is one input.
/// </summary>
internal sealed class DependencyInputs(EndpointBuilder route)
{
    private readonly RoutePattern? pattern = (route as RouteEndpointBuilder)?.RoutePattern;
    private readonly WireNames names = route.ApplicationServices.GetRequiredService<WireNames>();
    private readonly StrictJson json = route.ApplicationServices.GetRequiredService<StrictJson>();

    public void Add(DependencyNode node)
    {
        foreach (var metadata in node.Metadata.OfType<IParameterBindingMetadata>().Where(ParameterCheck.IsInput))
        {
            Add(metadata, node);
        }
        foreach (var refusal in node.Metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.StatusCode >= 300))
        {
            // What the handler says of the same status counts.
            if (!route.Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == refusal.StatusCode))
            {
                route.Metadata.Add(refusal);
            }
        }
        foreach (var rules in node.Metadata.OfType<FurtherRules>())
        {
            route.Metadata.Add(rules);
        }
    }

    private void Add(IParameterBindingMetadata metadata, DependencyNode node)
    {
        var added = ParameterOf(metadata);
        var known = route.Metadata.OfType<IParameterBindingMetadata>().Where(ParameterCheck.IsInput).FirstOrDefault(each => IsSame(ParameterOf(each), added));
        if (known is null)
        {
            route.Metadata.Add(metadata);
            return;
        }
        if (ParameterOf(known).Type != added.Type)
        {
            throw new StartupException(
                $"{route.DisplayName} takes {added.Name} as {ParameterOf(known).Type.Name}, and {node.Type.Name}.{node.Method.Name} as {added.Type.Name}: let both take the same.");
        }
        if (known.IsOptional && !metadata.IsOptional)
        {
            // Who leaves it out is refused.
            route.Metadata[route.Metadata.IndexOf(known)] = metadata;
        }
    }

    private Parameter ParameterOf(IParameterBindingMetadata metadata) =>
        Parameter.From(metadata, names, json, pattern?.GetParameter(metadata.Name) is not null).First();

    private static bool IsSame(Parameter one, Parameter other) =>
        one.Source == other.Source && one.Name.Equals(other.Name, one.Source == ParameterSource.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
