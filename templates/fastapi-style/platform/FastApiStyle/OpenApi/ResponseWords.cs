using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.WebUtilities;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Names the usual answers by their phrase of HTTP, which is what Swashbuckle names them. It looks for each among 68 patterns, of which the runtime keeps 15
/// and compiles the others again and again.
/// </summary>
internal sealed class ResponseWords : IApiDescriptionProvider
{
    // Of these Swashbuckle has the phrases that ASP.NET Core has; but 413 and 422 get words of their own (CommonResponses).
    private static readonly HashSet<int> Usual = [200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503];

    // Behind the provider that describes routes.
    public int Order => int.MaxValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var answer in context.Results.SelectMany(operation => operation.SupportedResponseTypes))
        {
            if (string.IsNullOrEmpty(answer.Description) && !answer.IsDefaultResponse && Usual.Contains(answer.StatusCode))
            {
                answer.Description = ReasonPhrases.GetReasonPhrase(answer.StatusCode);
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }
}
