using System.Runtime.CompilerServices;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Validation;

/// <summary>Names the path, query, header, cookie and form parameters of a request that do not hold what they should.</summary>
internal sealed class ParameterCheck(Endpoint endpoint, IServiceProvider services)
{
    private static readonly ConditionalWeakTable<Endpoint, ParameterCheck> Known = [];

    // To sort by the enum itself, LINQ would be compiled for it at the start of each service.
    private static readonly Comparer<Parameter> BySource = Comparer<Parameter>.Create((one, other) => one.Source - other.Source);

    private readonly WireNames names = services.GetRequiredService<WireNames>();

    private readonly Parameter[] parameters =
        [.. Of(endpoint.Metadata, (endpoint as RouteEndpoint)?.RoutePattern, services).Order(BySource)];

    /// <summary>That of the endpoint of a request, made once.</summary>
    public static ParameterCheck Of(HttpContext http) => Known.GetValue(http.GetEndpoint()!, endpoint => new(endpoint, http.RequestServices));

    public static IEnumerable<Parameter> Of(IEnumerable<object> metadata, RoutePattern? pattern, IServiceProvider services) =>
        metadata.OfType<IParameterBindingMetadata>().Where(IsInput).SelectMany(each => Parameter.From(
            each, services.GetRequiredService<WireNames>(), services.GetRequiredService<StrictJson>(), pattern?.GetParameter(each.Name) is not null));

    /// <summary>Whether the framework binds this parameter from a path, a query, a header, a cookie or a form, rather than from the services.</summary>
    public static bool IsInput(IParameterBindingMetadata metadata)
    {
        var type = metadata.ParameterInfo.ParameterType;
        if (type == typeof(CancellationToken))
        {
            return false;
        }
        var attributes = metadata.ParameterInfo.GetCustomAttributes(false);
        // A text that is said to be a body is one, though it could be parsed from a query.
        return !Array.Exists(attributes, attribute => attribute is IFromBodyMetadata)
            && (metadata.HasTryParse || type == typeof(string) || type == typeof(string[]) || Parameter.IsFiles(type)
                || Array.Exists(attributes, attribute =>
                    attribute is IFromRouteMetadata or IFromQueryMetadata or IFromHeaderMetadata or IFromFormMetadata));
    }

    /// <summary>Where a parameter is bound from, as the first part of its <c>loc</c>, or null for none of that name.</summary>
    public string? SourceOf(object name) =>
        Array.Find(parameters, parameter => name.Equals(parameter.Name))?.Source.Loc();

    /// <summary>Where a parameter stands among all, or -1 for none of that name.</summary>
    public int PositionOf(object source, object name) =>
        Array.FindIndex(parameters, parameter => name.Equals(parameter.Name) && source.Equals(parameter.Source.Loc()));

    /// <param name="request">The request.</param>
    /// <param name="refused">Whether the framework could not bind everything. What it could bind it takes in more spellings than the document names.</param>
    /// <param name="withForm">Whether there is a form that can be read, or none.</param>
    /// <returns>The faults, or null where there is none.</returns>
    public List<Fault>? FindFaults(HttpRequest request, bool refused, bool withForm = true)
    {
        List<Fault>? faults = null;
        foreach (var parameter in parameters)
        {
            if (withForm || parameter.Source != ParameterSource.Form)
            {
                parameter.FindFaults(request, refused, names, ref faults);
            }
        }
        return faults;
    }
}
