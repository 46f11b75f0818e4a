using System.Security.Claims;
using FastApiStyle.Dependencies;
using FastApiStyle.Validation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>By what a client may say who it is: each way is enough, and all of one is sent.</summary>
internal static class SignInWays
{
    /// <param name="context">Of the operation.</param>
    /// <param name="signIn">How users sign in; null for a service that says nothing of it.</param>
    /// <returns>Nothing for an operation that does not ask.</returns>
    public static IReadOnlyList<OpenApiSecurityRequirement> Of(OperationFilterContext context, OpenApiSecurityRequirement? signIn)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var plan = metadata.OfType<DependencyPlan>().FirstOrDefault();
        List<OpenApiSecurityRequirement> ways = signIn is null ? [new()]
            : ImpliedResponses.NeedsToken(metadata) ? [signIn]
            : TakesUser(context, plan) ? [new(), signIn]
            : [new()];
        foreach (var (keys, orToken, isOptional) in plan?.Keyed ?? [])
        {
            List<OpenApiSecurityRequirement> own = isOptional ? [new()] : [];
            own.AddRange(keys.Select(key => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(key.Id, context.Document)] = [] }));
            if (orToken && signIn is not null)
            {
                own.Add(signIn);
            }
            ways = Combine(ways, own);
        }
        return ways.TrueForAll(way => way.Count == 0) ? [] : ways;
    }

    private static bool TakesUser(OperationFilterContext context, DependencyPlan? plan) =>
        plan?.TakesUserAlone == true || Array.Exists(context.MethodInfo.GetParameters(), parameter => parameter.ParameterType == typeof(ClaimsPrincipal));

    private static List<OpenApiSecurityRequirement> Combine(List<OpenApiSecurityRequirement> ways, List<OpenApiSecurityRequirement> others)
    {
        var all = ways.SelectMany(_ => others, Both).DistinctBy(way => string.Join(' ', NamesOf(way).Order(StringComparer.Ordinal))).ToList();
        // Who sends one of these has sent enough: what has another one besides says nothing more.
        return all.FindAll(way => !all.Exists(less => less.Count > 0 && less.Count < way.Count && NamesOf(less).All(NamesOf(way).Contains)));
    }

    private static OpenApiSecurityRequirement Both(OpenApiSecurityRequirement one, OpenApiSecurityRequirement other)
    {
        var both = new OpenApiSecurityRequirement();
        foreach (var (scheme, scopes) in one.Concat(other).DistinctBy(each => each.Key.Reference.Id))
        {
            both[scheme] = scopes;
        }
        return both;
    }

    private static IEnumerable<string?> NamesOf(OpenApiSecurityRequirement way) => way.Keys.Select(scheme => scheme.Reference.Id);
}
