using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Preconditions;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FastApiStyle.OpenApi;

/// <summary>The headers that come with an answer, required where it never comes without.</summary>
internal sealed class ResponseHeaders : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var results = ResultTypes.Of(context.MethodInfo);
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var needsToken = ImpliedResponses.NeedsToken(metadata);
        var plan = metadata.OfType<DependencyPlan>().FirstOrDefault();
        var mayChallenge = results.Contains(typeof(UnauthorizedProblem)) || plan?.MayChallenge == true;
        var namesKey = plan?.AlwaysNamesKey == true;
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse described)
            {
                foreach (var (name, header) in HeadersOf(status, results, needsToken, namesKey, mayChallenge, metadata))
                {
                    (described.Headers ??= new Dictionary<string, IOpenApiHeader>()).TryAdd(name, header);
                }
            }
        }
    }

    private static IEnumerable<(string Name, OpenApiHeader Header)> HeadersOf(
        string status, IReadOnlyList<Type> results, bool needsToken, bool namesKey, bool mayChallenge, IList<object> metadata)
    {
        var ofProblems = metadata.OfType<ProblemHeaders>().Where(headers => $"{headers.Status}" == status).SelectMany(headers => headers.Names)
            .Select(name => (name, new OpenApiHeader { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }));
        if (metadata.OfType<TaggedAnswers>().Any(tagged => tagged.Statuses.Any(each => $"{each}" == status)))
        {
            yield return ("ETag", Header("The version of what is answered.", JsonSchemaType.String));
        }
        foreach (var header in HeaderOf(status, results, needsToken, namesKey, mayChallenge) is { } own ? [own, .. ofProblems] : ofProblems)
        {
            yield return header;
        }
    }

    private static (string Name, OpenApiHeader Header)? HeaderOf(string status, IReadOnlyList<Type> results, bool needsToken, bool namesKey, bool mayChallenge) => status switch
    {
        "200" when results.Any(ResultTypes.IsFile) => ("Content-Disposition", Header("The name to save it under.", JsonSchemaType.String, isRequired: false)),
        "201" or "202" => ("Location", Header(
            status == "201" ? "The address of what was created." : "The address that tells how it goes on.",
            JsonSchemaType.String, isRequired: results.Any(IsAtRoute), format: "uri-reference")),
        // Where none is needed, this is the answer to a wrong password.
        "401" when needsToken => ("WWW-Authenticate", Header("How to sign in, and what is wrong with the token where there is one.", JsonSchemaType.String)),
        "401" when namesKey => ("WWW-Authenticate", Header("What says who one is.", JsonSchemaType.String)),
        "401" when mayChallenge => ("WWW-Authenticate", Header("How to sign in, where the service knows a way.", JsonSchemaType.String, isRequired: false)),
        "429" or "503" => ("Retry-After", Header("How many seconds to wait.", JsonSchemaType.Integer, isRequired: status == "429", minimum: "0")),
        _ => null,
    };

    /// <summary>Of the other results that say what was created, nothing tells whether they say where.</summary>
    private static bool IsAtRoute(Type result) =>
        result == typeof(CreatedAtRoute) || result == typeof(AcceptedAtRoute)
        || (result.IsGenericType && result.GetGenericTypeDefinition() is var type && (type == typeof(CreatedAtRoute<>) || type == typeof(AcceptedAtRoute<>)));

    private static OpenApiHeader Header(
        string description, JsonSchemaType type, bool isRequired = true, string? format = null, string? minimum = null) =>
        new() { Description = description, Required = isRequired, Schema = new OpenApiSchema { Type = type, Format = format, Minimum = minimum } };
}
