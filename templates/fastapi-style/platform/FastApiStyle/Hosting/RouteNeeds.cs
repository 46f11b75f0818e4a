using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using FastApiStyle.Dependencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;

namespace FastApiStyle.Hosting;

/// <summary>Which middleware has something to do for a route, found out by its first request.</summary>
internal sealed class RouteNeeds
{
    private static readonly ConditionalWeakTable<Endpoint, RouteNeeds> Known = [];

    private RouteNeeds(Endpoint route)
    {
        var metadata = route.Metadata;
        Cors = metadata.GetMetadata<ICorsMetadata>() is not null;
        Limit = metadata.GetMetadata<EnableRateLimitingAttribute>() is not null;
        Authorization = metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAuthorizationRequirementData>() is not null;
        User = Authorization || metadata.GetMetadata<DependencyPlan>()?.TakesUser == true
            || metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(parameter => parameter.ParameterType == typeof(ClaimsPrincipal)) == true;
    }

    public bool Cors { get; }

    public bool Limit { get; }

    public bool Authorization { get; }

    /// <summary>Whether it is sure to ask who the user is.</summary>
    public bool User { get; }

    /// <summary>Those of the route of a request, or null where it has none.</summary>
    public static RouteNeeds? Of(HttpContext http) => http.GetEndpoint() is { } route ? Known.GetValue(route, static route => new(route)) : null;
}
