using FastApiStyle.Dependencies;
using FastApiStyle.Validation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>
/// What an error says is the same for every operation, unless its author says it in a <c>&lt;response&gt;</c> comment: here are
/// the words for those who say nothing, which go before the comments, and the one place where they stand in the document.
/// </summary>
internal sealed class CommonResponses : IOperationFilter, IDocumentFilter
{
    private static readonly Dictionary<string, (string Name, string Words)> Known = new()
    {
        ["304"] = ("NotModified", "The client has it already: its tag stands in `If-None-Match`."),
        ["401"] = ("Unauthorized", "The request carries no valid token."),
        ["403"] = ("Forbidden", "The user may not do this."),
        ["412"] = ("PreconditionFailed", "It is not the version that `If-Match` names."),
        ["413"] = ("ContentTooLarge", "The body is larger than this service accepts."),
        ["415"] = ("UnsupportedMediaType", "The body is not of a content type that this address takes."),
        ["422"] = ("UnprocessableContent", "The input is not valid. Every fault is listed."),
        ["428"] = ("PreconditionRequired", "Which version is meant must be said in `If-Match`."),
        ["503"] = ("ServiceUnavailable", "Something that the service needs is away. `Retry-After` may say how many seconds to wait."),
        ["429"] = ("TooManyRequests", "Too many requests. `Retry-After` says how many seconds to wait."),
    };

    /// <summary>What the author of an operation says of a status; null where nobody says more than of any operation.</summary>
    public static string? OwnWords(OpenApiOperation operation, string status) =>
        operation.Responses?.GetValueOrDefault(status)?.Description is { } words && words != Known[status].Words ? words : null;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var needsToken = ImpliedResponses.NeedsToken(metadata);
        // Where no token is needed, 401 is the answer to a wrong password.
        foreach (var (status, response) in (operation.Responses ?? []).Where(answer => needsToken || answer.Key != "401"))
        {
            response.Description = Known.TryGetValue(status, out var common) ? common.Words : response.Description;
        }
        if (!needsToken && metadata.OfType<DependencyPlan>().Any(plan => plan.AlwaysNamesKey) && operation.Responses?.GetValueOrDefault("401") is { } refusal)
        {
            refusal.Description = "The request carries no valid credentials.";
        }
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var alike = swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value.Responses!)
            .SelectMany(responses => responses.Select(each => (All: responses, Status: each.Key, Response: each.Value)))
            .Where(each => Known.TryGetValue(each.Status, out var common) && each.Response.Description == common.Words)
            .GroupBy(each => each.Status)
            // One of another shape or with another header stays where it is.
            .Select(answers => answers.GroupBy(each => each.Response.ToJson()).MaxBy(same => same.Count())!)
            .SelectMany(same => same)
            .ToList();
        foreach (var (responses, status, response) in alike)
        {
            var name = Known[status].Name;
            ((swaggerDoc.Components ??= new()).Responses ??= new Dictionary<string, IOpenApiResponse>()).TryAdd(name, response);
            responses[status] = new OpenApiResponseReference(name, swaggerDoc);
        }
    }
}
