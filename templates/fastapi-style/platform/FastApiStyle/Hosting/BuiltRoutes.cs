using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Hosting;

/// <summary>
/// The routes of features, built once. Routing asks for all endpoints, and so do the check at start and the document: ASP.NET Core
/// would build them for routing once more.
/// </summary>
internal sealed class BuiltRoutes(EndpointDataSource routes) : EndpointDataSource
{
    private readonly Lock building = new();

    private Built? last;

    public override IReadOnlyList<Endpoint> Endpoints => Build(null, [], () => routes.Endpoints);

    /// <summary>Maps a group whose routes are built once.</summary>
    public static RouteGroupBuilder MapGroup(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        var mapped = routes.DataSources.Last();
        routes.DataSources.Remove(mapped);
        routes.DataSources.Add(new BuiltRoutes(mapped));
        return group;
    }

    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) =>
        Build(context.Prefix.RawText, context.Conventions, () => routes.GetGroupedEndpoints(context));

    public override IChangeToken GetChangeToken() => routes.GetChangeToken();

    private IReadOnlyList<Endpoint> Build(string? prefix, IReadOnlyList<Action<EndpointBuilder>> conventions, Func<IReadOnlyList<Endpoint>> build)
    {
        lock (building)
        {
            // Who has looked at them before everything was mapped must not keep a convention away from requests.
            if (last is not { Token.HasChanged: false } built || built.Prefix != prefix || !built.Conventions.SequenceEqual(conventions))
            {
                var token = routes.GetChangeToken();
                last = built = new(token, prefix, [.. conventions], build());
            }
            return built.Endpoints;
        }
    }

    private sealed record Built(
        IChangeToken Token, string? Prefix, IReadOnlyList<Action<EndpointBuilder>> Conventions, IReadOnlyList<Endpoint> Endpoints);
}
