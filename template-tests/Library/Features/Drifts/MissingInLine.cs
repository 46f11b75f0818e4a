namespace FastApiStyle.TemplateTests.Library.Features.Drifts;

/// <summary>A member that the document has and the lines of an answer lack.</summary>
public sealed class MissingInLineFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/marks", ListMarks).WithTags("marks");

    /// <summary>List marks.</summary>
    private static JsonLinesResult<Signal> ListMarks() => new(new[] { new Signal(1, null) }.ToAsyncEnumerable());
}
