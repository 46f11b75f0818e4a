using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>
/// Prepares a request for the framework, which binds headers and values of enums by the names that they have in the code. It stands in the metadata of each endpoint that needs it.
/// </summary>
internal sealed class WireBinding
{
    // No enum has a value of that name.
    private const string NoValue = "?";

    private readonly WireNames names;
    private readonly Parameter[] headers;
    private readonly Parameter[] enums;

    private WireBinding(IReadOnlyList<Parameter> parameters, WireNames names)
    {
        this.names = names;
        headers = [.. parameters.Where(each => each.Source == ParameterSource.Header && !each.Given.Equals(each.Name, StringComparison.OrdinalIgnoreCase))];
        enums = [.. parameters.Where(each => each.ValueType.IsEnum)];
    }

    private bool BindsAnything => headers.Length + enums.Length > 0;

    public static void Attach(EndpointBuilder endpoint)
    {
        var services = endpoint.ApplicationServices;
        Parameter[] parameters = [.. ParameterCheck.Of(endpoint.Metadata, (endpoint as RouteEndpointBuilder)?.RoutePattern, services)];
        var binding = new WireBinding(parameters, services.GetRequiredService<WireNames>());
        var body = endpoint.Metadata.OfType<IAcceptsMetadata>().LastOrDefault();
        var isJson = body?.RequestType is { } type && services.GetRequiredService<BodyTypes>().Contains(type)
            && body.ContentTypes.Any(each => each.EndsWith("json", StringComparison.Ordinal));
        var needsValue = isJson && body is { IsOptional: false, RequestType.IsValueType: true };
        if (endpoint.RequestDelegate is not { } next || (!isJson && !binding.BindsAnything))
        {
            return;
        }
        endpoint.Metadata.Add(binding);
        endpoint.RequestDelegate = http =>
        {
            if (isJson)
            {
                http.Features.Set<IRequestBodyPipeFeature>(new KeptBody(http.Request.BodyReader));
            }
            // Of a body that is a value, the framework takes none for null, and cannot go on.
            if (needsValue && http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
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

    private void Prepare(HttpRequest request)
    {
        foreach (var header in headers)
        {
            request.Headers[header.Given] = request.Headers[header.Name];
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
            }
        }
    }

    private StringValues InCode(Parameter parameter, StringValues values)
    {
        var known = EnumNames.Of(parameter.ValueType, names.Policy).ByWire;
        return new([.. values.Select(value => known.GetValueOrDefault(value ?? "", NoValue))]);
    }
}
