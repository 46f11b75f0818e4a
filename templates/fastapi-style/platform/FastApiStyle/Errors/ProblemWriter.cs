using System.Text.Json;
using FastApiStyle.Dependencies;
using FastApiStyle.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace FastApiStyle.Errors;

/// <summary>Writes problem details (RFC 9457).</summary>
internal sealed class ProblemWriter : ErrorWriter
{
    protected override string ContentType => "application/problem+json";

    public override string Words =>
        "Every error is a problem of RFC 9457; input that is not valid is answered with every fault at once.";

    public override string FaultName => "Fault";

    protected override Type PlainBody => typeof(Problem);

    protected override Type ValidationBody => typeof(ValidationProblem);

    protected override Type OAuthBody => typeof(OAuthProblemBody);

    protected override Problem Plain(HttpContext http, int status, string? detail) => new(
        TypeOf(status),
        TitleOf(status),
        status,
        detail ?? DetailOf(http, status),
        http.Request.PathBase.Add(http.Request.Path).ToUriComponent(),
        TraceOf(http));

    protected override object Validation(HttpContext http, IReadOnlyList<Fault> faults)
    {
        var (type, title, status, detail, instance, trace) = Plain(http, StatusCodes.Status422UnprocessableEntity, CountOf(faults));
        return new ValidationProblem(type, title, status, detail, instance, trace, Fault.Listed(faults));
    }

    protected override object OAuth(HttpContext http, string code, string detail)
    {
        var (type, title, status, _, instance, trace) = Plain(http, StatusCodes.Status400BadRequest, detail);
        return new OAuthProblemBody(type, title, status, detail, instance, trace, code, detail);
    }

    protected override Type DetailedBody(Type detail, StrictJson json)
    {
        var own = json.TypeInfoOf(typeof(Problem)).Properties.Select(member => member.Name);
        var added = json.TypeInfoOf(detail).Properties.Select(member => member.Name).ToList();
        if (added.Count == 0 || own.Intersect(added).Any())
        {
            throw new StartupException(added.Count == 0
                ? $"{SchemaNames.TypeName(detail)} has no members that a problem could have beside its own: make it a record."
                : $"{SchemaNames.TypeName(detail)} has members that a problem has already: give {string.Join(" and ", own.Intersect(added))} another name.");
        }
        return typeof(Problem<>).MakeGenericType(detail);
    }

    protected override object Detailed<TDetail>(HttpContext http, int status, string? sentence, TDetail detail)
    {
        var json = http.RequestServices.GetRequiredService<StrictJson>().Options;
        var problem = JsonSerializer.SerializeToNode(Plain(http, status, sentence), json)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(detail, json)!.AsObject())
        {
            problem[name] = value?.DeepClone();
        }
        return problem;
    }

    public static string CountOf(IReadOnlyList<Fault> faults) => faults.Count switch
    {
        1 => "1 error in the request.",
        <= Fault.Maximum => $"{faults.Count} errors in the request.",
        _ => $"More than {Fault.Maximum} errors in the request; the first {Fault.Maximum} are listed.",
    };

    private static string TypeOf(int status) => status switch
    {
        428 => "https://www.rfc-editor.org/rfc/rfc6585#section-3",
        429 => "https://www.rfc-editor.org/rfc/rfc6585#section-4",
        >= 400 and <= 417 => $"https://www.rfc-editor.org/rfc/rfc9110#section-15.5.{status - 399}",
        422 => "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21",
        >= 500 and <= 505 => $"https://www.rfc-editor.org/rfc/rfc9110#section-15.6.{status - 499}",
        _ => "about:blank",
    };

    private static string TitleOf(int status) => status switch
    {
        // RFC 9110 has renamed these two.
        413 => "Content Too Large",
        422 => "Unprocessable Content",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };

    public static string DetailOf(HttpContext http, int status) => status switch
    {
        400 => "The request could not be read.",
        401 when DependencyPlan.ChallengeOf(http) is { Keys.Count: > 0, SignsIn: false } => "The request carries no valid credentials.",
        401 => "Sign in first: the request carries no valid token.",
        403 => "The user who is signed in may not do this.",
        404 => "There is nothing at this address.",
        405 => "This address does not take that method.",
        413 => "The body is larger than this service accepts.",
        415 => "The body is not of a content type that this address takes.",
        416 => "It has no such part: Content-Range says how long it is.",
        428 => "Say by If-Match which version is meant: a change is made to what its client has read.",
        429 => "Too many requests: try again later.",
        500 => "Something went wrong here. Its trace id finds it in the logs.",
        503 => "The service is not ready: try again later.",
        _ => "The request was not carried out.",
    };
}
