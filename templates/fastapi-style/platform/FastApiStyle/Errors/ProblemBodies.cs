using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FastApiStyle.Errors;

[Description("Why a request was not carried out (RFC 9457).")]
internal record Problem(
    [property: Description("Where the status is defined.")] string Type,
    [property: Description("The name of the status.")] string Title,
    [property: Description("The status.")] int Status,
    [property: Description("What went wrong with this request, in one sentence.")] string Detail,
    [property: Description("The path of this request.")] string Instance,
    [property: Description("The identity of this request in the logs.")] string TraceId);

/// <summary>Stands for a problem with the members of a detail beside its own (RFC 9457 §3.2).</summary>
[Description("Why a request was not carried out (RFC 9457), and what a program may want to know of it.")]
internal sealed record Problem<TDetail>(string Type, string Title, int Status, string Detail, string Instance, string TraceId)
    : Problem(Type, Title, Status, Detail, Instance, TraceId);

[Description("What is not valid in a request, every fault at once.")]
internal sealed record ValidationProblem(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: Description("The faults, in the order path, query, header, body; of very many, the first hundred."), JsonPropertyOrder(1)]
    IReadOnlyList<Fault> Errors)
    : Problem(Type, Title, Status, Detail, Instance, TraceId);

[Description("Why no token was issued.")]
internal sealed record OAuthProblemBody(
    string Type, string Title, int Status, string Detail, string Instance, string TraceId,
    [property: Description("The code of RFC 6749 §5.2."), JsonPropertyName("error"), JsonPropertyOrder(1)]
    string Error,
    [property: Description("The same as `detail`, under the name that OAuth clients read."), JsonPropertyName("error_description"), JsonPropertyOrder(1)]
    string ErrorDescription)
    : Problem(Type, Title, Status, Detail, Instance, TraceId);
