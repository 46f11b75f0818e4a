using System.Reflection;
using FastApiStyle.Errors;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Dependencies;

/// <summary>
/// The dependencies that one route reaches, each behind those that it needs. It stands in the metadata of the route.
/// </summary>
internal sealed class DependencyPlan
{
    private readonly DependencyNode[] nodes;
    private readonly bool answersFaults;

    private DependencyPlan(IEnumerable<DependencyNode> nodes, bool answersFaults) => (this.nodes, this.answersFaults) = ([.. nodes], answersFaults);

    /// <summary>Whether others are registered in the place of all.</summary>
    public bool IsEmpty => nodes.Length == 0;

    public IEnumerable<MethodInfo> Methods => nodes.Select(node => node.Method);

    public bool TakesUser => Array.Exists(nodes, node => node.TakesUser);

    public bool NeedsToken => Array.Exists(nodes, node => node.NeedsToken);

    /// <summary>Whether one of them may answer 401 with a challenge.</summary>
    public bool MayChallenge => Array.Exists(nodes, node => node.MayChallenge);

    /// <summary>Whether each 401 of theirs names a key by which it is mended.</summary>
    public bool AlwaysNamesKey => Array.Exists(nodes, node => node.Refuses401)
        && Array.TrueForAll(nodes, node => !node.Refuses401 || (node.MayChallenge && node.Challenges.Count > 0));

    /// <summary>Those that take keys: of each the keys, whether the token of a user does as well, and whether it can be without.</summary>
    public IEnumerable<(IReadOnlyList<DependencyKey> Keys, bool OrToken, bool IsOptional)> Keyed => nodes.Where(node => node.Keys.Count > 0)
        .Select(node => (node.Keys, node.TakesUser, !Array.Exists(nodes, other => other.Refuses401 && other.Reaches(node))));

    /// <summary>Whether one that takes no key takes the user.</summary>
    public bool TakesUserAlone => Array.Exists(nodes, node => node.TakesUser && node.Keys.Count == 0);

    /// <summary>The keys by which a 401 of a request is mended, and whether one signs in, too, or instead.</summary>
    public static (IReadOnlyList<string> Keys, bool SignsIn) ChallengeOf(HttpContext http)
    {
        if (DependencyState.Of(http).Refuser is { } node)
        {
            return (node.Challenges, node.TakesUser);
        }
        var metadata = (http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata;
        return metadata?.GetMetadata<DependencyPlan>() is not { } plan ? ([], true)
            : ([.. plan.nodes.SelectMany(each => each.Challenges).Distinct()], plan.TakesUser || ImpliedResponses.NeedsToken(metadata));
    }

    /// <summary>Finds what a route reaches, and documents it on the route. Where it reaches nothing, nothing changes.</summary>
    /// <param name="route">The route, of which all is known by now.</param>
    /// <param name="isOfFeature">Whether its own input is checked.</param>
    public static void Attach(EndpointBuilder route, bool isOfFeature)
    {
        var roots = RootsOf(route.Metadata).Distinct().ToList();
        if (roots.Count == 0 || route.Metadata.OfType<DependencyPlan>().Any())
        {
            return;
        }
        var book = route.ApplicationServices.GetRequiredService<DependencyBook>();
        var nodes = roots.Select(root => book.Find(root, route, [])).OfType<DependencyNode>().SelectMany(Flatten).Distinct().ToList();
        // Only what the framework calls by its parameters has a filter that looks at them.
        var hasCheck = isOfFeature && route.Metadata.OfType<IParameterBindingMetadata>().Any();
        var inputs = new DependencyInputs(route);
        foreach (var node in nodes)
        {
            inputs.Add(node);
        }
        route.Metadata.Add(new DependencyPlan(nodes, answersFaults: !hasCheck));
    }

    /// <summary>What a route asks for itself: first by <c>RequireDependency</c>, then by the parameters of its handler.</summary>
    public static IEnumerable<Type> RootsOf(IEnumerable<object> metadata) =>
        metadata.OfType<RequiredDependency>().Select(required => required.Type)
            .Concat(metadata.OfType<MethodInfo>().Take(1).SelectMany(DependencyBook.NeedsOf));

    /// <summary>The inputs of all, under each name by which the framework asks for them.</summary>
    public IEnumerable<Parameter> ParametersIn(RoutePattern? pattern, IServiceProvider services) =>
        nodes.SelectMany(node => ParameterCheck.Of(node.Metadata, pattern, services));

    /// <summary>Whether an input of a route is one of theirs.</summary>
    public bool Takes(IParameterBindingMetadata input) => Array.Exists(nodes, node => node.Metadata.Contains(input));

    /// <summary>Goes on where none refuses. Of several refusals the first counts, and it goes before faults in the input of others.</summary>
    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var state = DependencyState.Of(http);
        foreach (var node in nodes)
        {
            if (await node.ResolveAsync(http, state) is { } refusal)
            {
                BackgroundTasks.Drop(http);
                await refusal.ExecuteAsync(http);
                return;
            }
        }
        if (state.Faults is null)
        {
            await next(http);
            return;
        }
        if (!answersFaults)
        {
            try
            {
                // Which lists them with those of the rest of the request.
                await next(http);
                return;
            }
            catch (UnresolvedException) when (!http.Response.HasStarted)
            {
                // A service of the handler has asked for one in its constructor.
            }
        }
        await AnswerFaultsAsync(http, state.Faults);
    }

    private static Task AnswerFaultsAsync(HttpContext http, IEnumerable<Fault> faults)
    {
        BackgroundTasks.Drop(http);
        var parameters = ParameterCheck.Of(http);
        var all = faults.Concat(parameters.FindFaults(http.Request, refused: true, withForm: false) ?? []);
        return ErrorWriter.Of(http.RequestServices).WriteFaultsAsync(http, new FaultOrder(parameters, body: null).Sort([.. all]));
    }

    private static IEnumerable<DependencyNode> Flatten(DependencyNode node) => [.. node.Needs.SelectMany(Flatten), node];
}

/// <summary>Stands in the metadata of a route whose group, or which itself, asks for a dependency.</summary>
internal sealed record RequiredDependency(Type Type);
