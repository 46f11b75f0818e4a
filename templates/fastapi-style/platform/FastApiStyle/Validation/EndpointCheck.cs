using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>Everything that can be wrong with the input of one endpoint.</summary>
internal sealed class EndpointCheck
{
    private readonly ParameterCheck parameters;
    private readonly (Input Input, InputRules Rules)[] rules;
    private readonly Input? body;
    private readonly bool bodyIsOptional;
    private readonly bool hasDependencies;
    private readonly FaultOrder order;
    private readonly WireNames names;

    public EndpointCheck(Endpoint endpoint, IReadOnlyList<Input> inputs, IServiceProvider services)
    {
        var json = services.GetRequiredService<StrictJson>();
        names = services.GetRequiredService<WireNames>();
        var accepts = endpoint.Metadata.GetMetadata<IAcceptsMetadata>();
        var isJson = accepts?.ContentTypes.Any(type => type.EndsWith("json", StringComparison.Ordinal)) == true;
        body = inputs.LastOrDefault(input => isJson && input.Type == accepts!.RequestType);
        hasDependencies = endpoint.Metadata.GetMetadata<DependencyPlan>() is not null;
        bodyIsOptional = accepts?.IsOptional == true;
        parameters = new ParameterCheck(endpoint, services);
        order = new FaultOrder(parameters, body is null ? null : json.TypeInfoOf(body.Type));

        // Only what its validators say is asked now; those that belong to a request are made by it.
        using var scope = services.CreateScope();
        var book = new RuleBook(scope.ServiceProvider, json, names);
        rules = [.. inputs
            .Select(input => (Input: input, Rules: input == body ? book.For(input.Type) : book.OfItself(input.Type)))
            .Where(each => each.Rules.HasAny)];
    }

    /// <summary>Whether nothing is wrong, as far as this can be told at once: most requests need no more.</summary>
    public bool IsFaultless(EndpointFilterInvocationContext invocation)
    {
        var http = invocation.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest
            || (hasDependencies && DependencyState.Of(http).Faults is not null)
            || parameters.FindFaults(http.Request, refused: false) is not null
            || !AreRulesKept(invocation))
        {
            return false;
        }
        ReleaseBody(http);
        return true;
    }

    /// <param name="invocation">The arguments.</param>
    /// <param name="isFormRead">Whether objects of a form are read already, whatever the framework made of them.</param>
    /// <returns>The faults, or null where there is none.</returns>
    public async ValueTask<IReadOnlyList<Fault>?> FindFaultsAsync(EndpointFilterInvocationContext invocation, bool isFormRead)
    {
        var http = invocation.HttpContext;
        // Binding has failed somewhere, but it went on and the filters run.
        var refused = http.Response.StatusCode == StatusCodes.Status400BadRequest;
        // Where there are some, the place of the dependency is empty, and that is no fault of its own.
        var ofDependencies = hasDependencies ? DependencyState.Of(http).Faults : null;
        var faults = parameters.FindFaults(http.Request, refused);
        var review = refused ? BodyReview.Of(http) : null;
        if (review is not null)
        {
            (faults ??= []).AddRange(review.Faults);
        }
        else if (refused && !isFormRead && ((faults is null && ofDependencies is null) || (body is not null && !bodyIsOptional && body.Get(invocation) is null)))
        {
            (faults ??= []).Add(TypeFaults.Missing(["body"]));
        }

        var findings = new RuleFindings(names, parameters, review, faults) { Services = http.RequestServices };
        foreach (var (input, inputRules) in rules)
        {
            if ((input.Get(invocation) ?? (input == body ? review?.Rest : null)) is { } value)
            {
                findings.IsOfBody = input == body;
                await inputRules.CheckAsync(value, null, findings, http.RequestAborted);
            }
        }
        if (findings.All is not null || ofDependencies is not null)
        {
            return order.Sort([.. findings.All ?? [], .. ofDependencies ?? []]);
        }
        if (refused)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
        }
        ReleaseBody(http);
        return null;
    }

    /// <summary>Whether no rule fails, as far as this can be told at once.</summary>
    private bool AreRulesKept(EndpointFilterInvocationContext invocation)
    {
        foreach (var (input, inputRules) in rules)
        {
            if (input.Get(invocation) is { } value && !inputRules.IsProven(value))
            {
                return false;
            }
        }
        return true;
    }

    private void ReleaseBody(HttpContext http)
    {
        if (body is not null)
        {
            (http.Request.BodyReader as KeptBody)?.Release();
        }
    }
}
