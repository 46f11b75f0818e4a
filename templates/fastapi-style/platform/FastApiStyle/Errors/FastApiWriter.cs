using System.ComponentModel;
using System.Text.Json.Serialization;
using FastApiStyle.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace FastApiStyle.Errors;

/// <summary>Writes errors as FastAPI does.</summary>
internal sealed class FastApiWriter : ErrorWriter
{
    protected override string ContentType => "application/json";

    public override string Words =>
        "Every error has a `detail`, as in FastAPI: a sentence, or for input that is not valid the list of all faults at once.";

    public override string FaultName => "ValidationError";

    protected override Type PlainBody => typeof(HTTPError);

    protected override Type ValidationBody => typeof(HTTPValidationError);

    protected override Type OAuthBody => typeof(OAuthError);

    protected override object Plain(HttpContext http, int status, string? detail) => new HTTPError(detail ?? DetailOf(http, status));

    protected override object Validation(HttpContext http, IReadOnlyList<Fault> faults) =>
        new HTTPValidationError(Fault.Listed(faults));

    protected override object OAuth(HttpContext http, string code, string detail) => new OAuthError(detail, code, detail);

    protected override Type DetailedBody(Type detail, StrictJson json) => typeof(HTTPError<>).MakeGenericType(detail);

    protected override object Detailed<TDetail>(HttpContext http, int status, string? sentence, TDetail detail) => new HTTPError<TDetail>(detail);

    // FastAPI's words, and the trace where only the logs know more.
    private static string DetailOf(HttpContext http, int status) => status switch
    {
        401 => "Not authenticated",
        413 => "Content Too Large",
        500 => $"Internal Server Error, trace {TraceOf(http)}",
        _ => ReasonPhrases.GetReasonPhrase(status),
    };
}

[Description("Why a request was not carried out.")]
internal sealed record HTTPError(
    [property: Description("What went wrong with this request.")] string Detail);

[Description("Why a request was not carried out.")]
internal sealed record HTTPError<TDetail>(
    [property: Description("What went wrong with this request, for a program.")] TDetail Detail)
    where TDetail : class;

[Description("What is not valid in a request, every fault at once.")]
internal sealed record HTTPValidationError(
    [property: Description("The faults, in the order path, query, header, body; of very many, the first hundred.")]
    IReadOnlyList<Fault> Detail);

[Description("Why a token was refused.")]
internal sealed record OAuthError(
    [property: Description("What went wrong with this request.")] string Detail,
    [property: Description("The code of RFC 6749 §5.2."), JsonPropertyName("error")] string Error,
    [property: Description("The same as `detail`, under the name that OAuth clients read."), JsonPropertyName("error_description")]
    string ErrorDescription);
