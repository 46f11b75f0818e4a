using FastApiStyle.Dependencies;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>
/// Prepares a request for the framework, which binds headers and values of enums by the names that they have in the code, and no cookies. It stands in the metadata of each endpoint that needs it.
/// </summary>
internal sealed class WireBinding
{
    // No enum has a value of that name.
    private const string NoValue = "?";

    private readonly WireNames names;
    private readonly Parameter[] headers;
    private readonly Parameter[] cookies;
    private readonly Parameter[] enums;

    private WireBinding(IReadOnlyList<Parameter> parameters, WireNames names)
    {
        this.names = names;
        headers = [.. parameters.Where(each => each.Source == ParameterSource.Header && !HasOneName(each))];
        cookies = [.. parameters.Where(each => each.Source == ParameterSource.Cookie)];
        // What has got the name in the code must not be looked up again; of a header, others may still want the one of the document.
        var values = parameters.Where(each => each.ValueType.IsEnum).ToList();
        enums = [.. values.Where(each => !HasOneName(each)).Concat(values.Where(HasOneName))
            .DistinctBy(each => new Replaced(each.Source, each.Name, each.Source == ParameterSource.Header ? each.Given.ToUpperInvariant() : ""))];
    }

    private bool BindsAnything => headers.Length + cookies.Length + enums.Length > 0;

    public static void Attach(EndpointBuilder endpoint)
    {
        var services = endpoint.ApplicationServices;
        var pattern = (endpoint as RouteEndpointBuilder)?.RoutePattern;
        var isOfFeature = endpoint.Metadata.OfType<FeatureRoute>().Any();
        var plan = endpoint.Metadata.OfType<DependencyPlan>().FirstOrDefault();
        // Elsewhere a handler is bound as the framework does it, which knows no cookies.
        Parameter[] parameters =
        [
            .. ParameterCheck.Of(endpoint.Metadata, pattern, services).Where(each => isOfFeature || each.Source == ParameterSource.Cookie),
            .. plan?.ParametersIn(pattern, services) ?? [],
        ];
        var binding = new WireBinding(parameters, services.GetRequiredService<WireNames>());
        var body = endpoint.Metadata.OfType<IAcceptsMetadata>().LastOrDefault();
        var isJson = isOfFeature && body?.RequestType is { } type && services.GetRequiredService<BodyTypes>().Contains(type)
            && body.ContentTypes.Any(each => each.EndsWith("json", StringComparison.Ordinal));
        var needsValue = isJson && body is { IsOptional: false, RequestType.IsValueType: true };
        var isForm = isOfFeature && body?.ContentTypes.Any(each => each.Contains("form", StringComparison.Ordinal)) == true;
        if (endpoint.RequestDelegate is not { } handle || (!isJson && !isForm && plan is null && !binding.BindsAnything))
        {
            return;
        }
        endpoint.Metadata.Add(binding);
        var handler = needsValue ? http => HandleValueAsync(http, handle) : handle;
        var next = plan is { IsEmpty: false } ? http => plan.RunAsync(http, handler) : handler;
        endpoint.RequestDelegate = http =>
        {
            if (isJson)
            {
                http.Features.Set<IRequestBodyPipeFeature>(new KeptBody(http.Request.BodyReader));
            }
            if (isForm)
            {
                NoForm.SetWhereNothingIsSent(http);
            }
            binding.Prepare(http.Request);
            return next(http);
        };
    }

    /// <summary>Puts the name in the code in the place of each value of an enum.</summary>
    public void NameValues(WireValues form)
    {
        foreach (var each in enums.Where(each => each.Source == ParameterSource.Form))
        {
            form.Replace(each.Name, values => InCode(each, values));
        }
    }

    private static bool HasOneName(Parameter parameter) => parameter.Given.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Of a body that is a value, the framework takes none for null, and cannot go on.</summary>
    private static Task HandleValueAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            return next(http);
        }
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private void Prepare(HttpRequest request)
    {
        foreach (var header in headers)
        {
            request.Headers[header.Given] = request.Headers[header.Name];
        }
        var sentCookies = cookies.Length == 0 ? null : WireCookies.Of(request);
        foreach (var cookie in cookies)
        {
            var values = sentCookies!.GetValueOrDefault(cookie.Name);
            request.Headers[cookie.Given] = cookie.IsQuoted ? new([.. values.Select(value => $"\"{value}\"")]) : values;
        }
        foreach (var each in enums)
        {
            switch (each.Source)
            {
                case ParameterSource.Path when request.RouteValues[each.Given] is { } value:
                    request.RouteValues[each.Given] = InCode(each, value.ToString()).ToString();
                    break;
                case ParameterSource.Query:
                    (request.Query as WireValues)?.Replace(each.Name, values => InCode(each, values));
                    break;
                case ParameterSource.Header when request.Headers.TryGetValue(each.Name, out var sent):
                    request.Headers[each.Given] = InCode(each, sent);
                    break;
                case ParameterSource.Cookie when request.Headers.TryGetValue(each.Given, out var sent):
                    request.Headers[each.Given] = InCode(each, sent);
                    break;
            }
        }
    }

    private StringValues InCode(Parameter parameter, StringValues values)
    {
        var known = EnumNames.Of(parameter.ValueType, names.Policy).ByWire;
        return new([.. values.Select(value => known.GetValueOrDefault(value ?? "", NoValue))]);
    }

    // No tuple: LINQ would be compiled for it at the start of each service.
    private sealed record Replaced(ParameterSource Source, string Name, string Given);
}
