using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A member that the document has and the events of a stream lack.</summary>
public sealed class MissingInEventFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/signals", ListenToSignals).WithTags("signals");

    /// <summary>Listen to signals.</summary>
    private static ServerSentEventsResult<Signal> ListenToSignals() => TypedResults.ServerSentEvents(new[] { new Signal(1, null) }.ToAsyncEnumerable());
}

public sealed record Signal(int Number, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Word);
