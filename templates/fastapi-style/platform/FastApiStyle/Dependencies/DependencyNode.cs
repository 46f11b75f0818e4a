using System.Reflection;
using System.Security.Claims;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Dependencies;

/// <summary>
/// One dependency as routes of one shape reach it. The framework calls its method as it calls a handler: with the same binding, by a
/// delegate whose filter keeps what the method returns.
/// </summary>
internal sealed class DependencyNode
{
    private readonly Lazy<RequestDelegate> resolve;
    private readonly bool isDisposable;
    private readonly Lazy<EndpointCheck>? check;

    public DependencyNode(Type type, MethodInfo method, IReadOnlyList<DependencyNode> needs, RoutePattern pattern, IServiceProvider services)
    {
        (Type, Method, Needs) = (type, method, needs);
        isDisposable = type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable));
        TakesUser = needs.Any(need => need.TakesUser) || Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(ClaimsPrincipal));

        var route = new RouteEndpointBuilder(null, pattern, 0) { ApplicationServices = services };
        route.FilterFactories.Add((_, next) => invocation => ResolveAsync(invocation, next));
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = [.. pattern.Parameters.Select(parameter => parameter.Name)],
            EndpointBuilder = route,
        };
        var inferred = RequestDelegateFactory.InferMetadata(method, options);
        // Compiled by the first request for it, as routes are.
        resolve = new(() => RequestDelegateFactory.Create(method, targetFactory: null, options, inferred).RequestDelegate);

        Metadata = [.. route.Metadata];
        Keys = [.. DependencyKey.Of(Metadata, pattern, services)];
        var title = services.GetRequiredService<ApiOptions>().Title;
        Challenges = [.. Keys.Select(key => key.ChallengeOf(title)).Concat(needs.SelectMany(need => need.Challenges)).Distinct()];
        if (Metadata.OfType<IParameterBindingMetadata>().Any(ParameterCheck.IsInput))
        {
            var inputs = Input.Of(method, services.GetService<IServiceProviderIsService>());
            var endpoint = new RouteEndpoint(http => resolve.Value(http), pattern, 0, new(Metadata), type.Name);
            // Only when the service runs, the validators can be asked.
            check = new(() => new EndpointCheck(endpoint, inputs, services));
        }
    }

    public Type Type { get; }

    public MethodInfo Method { get; }

    public IReadOnlyList<DependencyNode> Needs { get; }

    /// <summary>What the framework has found of its inputs and refusals.</summary>
    public IReadOnlyList<object> Metadata { get; }

    /// <summary>Whether who is signed in makes a difference to it.</summary>
    public bool TakesUser { get; }

    /// <summary>Whether it refuses who is not signed in, and takes no key instead.</summary>
    public bool NeedsToken => TakesUser && MayChallenge && Keys.Count == 0;

    /// <summary>What it takes itself to know who asks: each is enough.</summary>
    public IReadOnlyList<DependencyKey> Keys { get; }

    /// <summary>How a 401 names the keys that it takes, or what it needs does.</summary>
    public IReadOnlyList<string> Challenges { get; }

    /// <summary>Whether it may answer 401.</summary>
    public bool Refuses401 => Metadata.OfType<IProducesResponseTypeMetadata>().Any(answer => answer.StatusCode == StatusCodes.Status401Unauthorized);

    /// <summary>Whether it may answer 401 with a challenge.</summary>
    public bool MayChallenge => DependencyMethod.RefusalsOf(Method).Contains(typeof(UnauthorizedProblem));

    /// <summary>Whether it is a dependency, or needs it.</summary>
    public bool Reaches(DependencyNode other) => this == other || Needs.Any(need => need.Reaches(other));

    /// <returns>With what it refuses, or null where the request goes on.</returns>
    public async ValueTask<IResult?> ResolveAsync(HttpContext http, DependencyState state)
    {
        foreach (var need in Needs)
        {
            if (state.IsAtFault(need.Type))
            {
                state.Fail(Type, []);
                return null;
            }
        }
        await resolve.Value(http);
        return state.Refusal;
    }

    private async ValueTask<object?> ResolveAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        var state = DependencyState.Of(http);
        if (check?.Value is { } inputs && await inputs.FindFaultsAsync(invocation, default, isFormRead: false) is { } faults)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
            state.Fail(Type, faults);
            return EmptyHttpResult.Instance;
        }
        var result = await next(invocation);
        switch (result is IResolved resolved ? resolved.Outcome : result)
        {
            case IResult refusal when !Type.IsInstanceOfType(refusal):
                (state.Refusal, state.Refuser) = (refusal, this);
                break;
            case { } dependency when Type.IsInstanceOfType(dependency):
                state.Set(Type, dependency);
                if (isDisposable)
                {
                    // Who is asked for nothing would dispose of nothing.
                    http.RequestServices.GetService(Type);
                }
                break;
            default:
                throw new InvalidOperationException($"{Type.FullName}.{Method.Name} has returned nothing: neither the dependency nor a refusal.");
        }
        return EmptyHttpResult.Instance;
    }
}
