using System.Text.Json.Serialization;

namespace FastApiService.Platform.Errors;

/// <summary>What is not valid in a request, every fault at once.</summary>
/// <param name="Errors">The faults, in the order path, query, header, body; of very many, the first hundred.</param>
public sealed record ValidationProblem(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Fault> Errors)
    : Problem(Type, Title, Status, Detail, Instance, TraceId)
{
    /// <summary>How many faults one answer lists. A body of a megabyte can hold a hundred thousand.</summary>
    public const int MaximumFaults = 100;

    /// <summary>Documents that a route can find its input not valid.</summary>
    public static void Document(EndpointBuilder route) =>
        Document(route, StatusCodes.Status422UnprocessableEntity, typeof(ValidationProblem));

    public static ValidationProblem For(HttpContext http, IReadOnlyList<Fault> faults)
    {
        var detail = faults.Count switch
        {
            1 => "1 error in the request.",
            <= MaximumFaults => $"{faults.Count} errors in the request.",
            _ => $"More than {MaximumFaults} errors in the request; the first {MaximumFaults} are listed.",
        };
        var problem = For(http, StatusCodes.Status422UnprocessableEntity, detail);
        return new(problem.Type, problem.Title, problem.Status, detail, problem.Instance, problem.TraceId, [.. faults.Take(MaximumFaults)]);
    }
}

/// <summary>One thing that is not valid in a request.</summary>
/// <param name="Type">A stable code: the one that FastAPI has for it, where it has one.</param>
/// <param name="Loc">Where it stands: <c>path</c>, <c>query</c>, <c>header</c> or <c>body</c>, then names and list indices.</param>
/// <param name="Msg">What is wrong, for people.</param>
/// <param name="Ctx">The bounds that were not kept.</param>
public sealed record Fault(
    string Type,
    IReadOnlyList<object> Loc,
    string Msg,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object>? Ctx = null);
