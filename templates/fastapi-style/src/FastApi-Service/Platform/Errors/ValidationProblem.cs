using System.Text.Json.Serialization;

namespace FastApiService.Platform.Errors;

/// <summary>What is not valid in a request, every fault at once.</summary>
/// <param name="Errors">The faults, in the order path, query, header, body.</param>
public sealed record ValidationProblem(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: JsonPropertyOrder(1)] IReadOnlyList<Fault> Errors)
    : Problem(Type, Title, Status, Detail, Instance, TraceId)
{
    public static ValidationProblem For(HttpContext http, IReadOnlyList<Fault> faults)
    {
        var detail = faults.Count == 1 ? "1 error in the request." : $"{faults.Count} errors in the request.";
        var problem = For(http, StatusCodes.Status422UnprocessableEntity, detail);
        return new(problem.Type, problem.Title, problem.Status, detail, problem.Instance, problem.TraceId, faults);
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
