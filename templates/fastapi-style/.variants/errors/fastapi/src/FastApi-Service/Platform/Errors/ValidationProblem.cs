using System.Text.Json.Serialization;

namespace FastApiService.Platform.Errors;

/// <summary>What is not valid in a request, every fault at once.</summary>
public sealed class ValidationProblem(HttpContext http, HTTPValidationError body)
    : Problem(http, StatusCodes.Status422UnprocessableEntity, body)
{
    /// <summary>How many faults one answer lists. A body of a megabyte can hold a hundred thousand.</summary>
    public const int MaximumFaults = 100;

    /// <summary>Documents that a route can find its input not valid.</summary>
    public static void Document(EndpointBuilder route) =>
        Document(route, StatusCodes.Status422UnprocessableEntity, typeof(HTTPValidationError));

    public static ValidationProblem For(HttpContext http, IReadOnlyList<Fault> faults) => new(http, new(
        [.. faults.Take(MaximumFaults).Select(fault => new ValidationError(fault.Type, fault.Loc, fault.Msg, fault.Ctx))]));
}

/// <summary>What is not valid in a request, every fault at once.</summary>
/// <param name="Detail">The faults, in the order path, query, header, body; of very many, the first hundred.</param>
public sealed record HTTPValidationError(IReadOnlyList<ValidationError> Detail);

/// <summary>One thing that is not valid in a request.</summary>
/// <param name="Type">A stable code: the one that FastAPI has for it, where it has one.</param>
/// <param name="Loc">Where it stands: <c>path</c>, <c>query</c>, <c>header</c> or <c>body</c>, then names and list indices.</param>
/// <param name="Msg">What is wrong, for people.</param>
/// <param name="Ctx">The bounds that were not kept.</param>
public sealed record ValidationError(
    string Type,
    IReadOnlyList<object> Loc,
    string Msg,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object>? Ctx = null);

/// <summary>A <see cref="ValidationError"/> as it is found, before it is answered.</summary>
public sealed record Fault(string Type, IReadOnlyList<object> Loc, string Msg, IReadOnlyDictionary<string, object>? Ctx = null);
