using FastApiStyle.Dependencies;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>Everything that can be wrong with the input of one endpoint.</summary>
internal sealed class EndpointCheck
{
    private readonly ParameterCheck parameters;
    private readonly Asked[] rules;
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
            .Select(input => new Asked(input, input == body ? book.For(input.Type) : book.OfItself(input.Type)))
            .Where(each => each.Rules.HasAny)];
    }

    /// <summary>Whether nothing is wrong, as far as this can be told at once: most requests need no more.</summary>
    /// <param name="invocation">The arguments.</param>
    /// <param name="look">Else what was seen, which is not looked for again.</param>
    public bool IsFaultless(EndpointFilterInvocationContext invocation, out FirstLook look)
    {
        look = default;
        var http = invocation.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest || (hasDependencies && DependencyState.Of(http).Faults is not null))
        {
            return false;
        }
        look = new(parameters.FindFaults(http.Request, refused: false), HasAsked: true);
        if (look.OfParameters is not null)
        {
            return false;
        }
        foreach (var (input, inputRules) in rules)
        {
            if (input.Get(invocation) is { } value && !inputRules.IsProven(value))
            {
                return false;
            }
            look = look with { Proven = look.Proven + 1 };
        }
        ReleaseBody(http);
        return true;
    }

    /// <param name="invocation">The arguments.</param>
    /// <param name="look">What was seen at once.</param>
    /// <param name="isFormRead">Whether objects of a form are read already, whatever the framework made of them.</param>
    /// <returns>The faults, or null where there is none.</returns>
    public async ValueTask<IReadOnlyList<Fault>?> FindFaultsAsync(EndpointFilterInvocationContext invocation, FirstLook look, bool isFormRead)
    {
        var http = invocation.HttpContext;
        // Binding has failed somewhere, but it went on and the filters run.
        var refused = http.Response.StatusCode == StatusCodes.Status400BadRequest;
        // Where there are some, the place of the dependency is empty, and that is no fault of its own.
        var ofDependencies = hasDependencies ? DependencyState.Of(http).Faults : null;
        var faults = look.HasAsked ? look.OfParameters : parameters.FindFaults(http.Request, refused);
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
        for (var i = look.Proven; i < rules.Length; i++)
        {
            var (input, inputRules) = rules[i];
            if ((input.Get(invocation) ?? (input == body ? review?.Rest : null)) is { } value)
            {
                findings.IsOfBody = input == body;
                await inputRules.CheckAsync(value, null, findings, http.RequestAborted);
            }
        }
        if (findings.All is not null || ofDependencies is not null)
        {
            return order.Sort(ofDependencies is null ? findings.All! : [.. findings.All ?? [], .. ofDependencies]);
        }
        if (refused)
        {
            http.Response.StatusCode = StatusCodes.Status200OK;
        }
        ReleaseBody(http);
        return null;
    }

    private void ReleaseBody(HttpContext http)
    {
        if (body is not null)
        {
            (http.Request.BodyReader as KeptBody)?.Release();
        }
    }

    private sealed record Asked(Input Input, InputRules Rules);
}
