using System.Globalization;
using System.Reflection;
using FastApiService.Platform.Errors;
using FastApiService.Platform.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiService.Platform.Validation;

/// <summary>Names the path, query, header and form parameters of a request that do not hold what they should.</summary>
internal sealed class ParameterCheck
{
    private readonly Parameter[] parameters;

    public ParameterCheck(Endpoint endpoint)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern;
        parameters = [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(IsInput)
            .Select(metadata => Parameter.From(metadata, pattern?.GetParameter(metadata.Name) is not null))
            .OrderBy(parameter => parameter.Source)];
    }

    /// <summary>Whether the framework binds this parameter from a path, a query, a header or a form, rather than from the services.</summary>
    public static bool IsInput(IParameterBindingMetadata metadata)
    {
        var type = metadata.ParameterInfo.ParameterType;
        return type != typeof(CancellationToken)
            && (metadata.HasTryParse || type == typeof(string) || type == typeof(string[]) || type == typeof(IFormFile)
                || metadata.ParameterInfo.GetCustomAttributes(false).Any(attribute =>
                    attribute is IFromRouteMetadata or IFromQueryMetadata or IFromHeaderMetadata or IFromFormMetadata));
    }

    /// <summary>Where a parameter is bound from, as the first part of its <c>loc</c>, or null for none of that name.</summary>
    public string? SourceOf(object name) =>
        Array.Find(parameters, parameter => name.Equals(parameter.Name))?.Source.Loc();

    /// <summary>Where a parameter stands among all, or -1 for none of that name.</summary>
    public int PositionOf(object source, object name) =>
        Array.FindIndex(parameters, parameter => name.Equals(parameter.Name) && source.Equals(parameter.Source.Loc()));

    /// <param name="request">The request.</param>
    /// <param name="refused">Whether the framework could not bind everything. What it could bind it takes in more spellings than the document names.</param>
    /// <param name="withForm">Whether there is a form that can be read, or none.</param>
    /// <returns>The faults, or null where there is none.</returns>
    public List<Fault>? FindFaults(HttpRequest request, bool refused, bool withForm = true)
    {
        List<Fault>? faults = null;
        foreach (var parameter in parameters)
        {
            if (withForm || parameter.Source != ParameterSource.Form)
            {
                parameter.FindFaults(request, refused, ref faults);
            }
        }
        return faults;
    }

    private sealed record Parameter(string Name, string Given, ParameterSource Source, Type Type, bool Optional)
    {
        private static readonly MethodInfo ParsesMethod = typeof(Parameter).GetMethod(nameof(Parses), BindingFlags.NonPublic | BindingFlags.Static)!;

        private readonly Type type = Underlying(Type.IsArray ? Type.GetElementType()! : Type);

        public static Parameter From(IParameterBindingMetadata metadata, bool isInPath)
        {
            var attributes = metadata.ParameterInfo.GetCustomAttributes(false);
            var type = metadata.ParameterInfo.ParameterType;
            var source = isInPath ? ParameterSource.Path
                : attributes.Any(attribute => attribute is IFromHeaderMetadata) ? ParameterSource.Header
                : type == typeof(IFormFile) || attributes.Any(attribute => attribute is IFromFormMetadata) ? ParameterSource.Form
                : ParameterSource.Query;
            return new(WireNames.Of(metadata.Name, attributes), WireNames.Given(metadata.Name, attributes), source, Underlying(type), metadata.IsOptional);
        }

        public void FindFaults(HttpRequest request, bool refused, ref List<Fault>? faults)
        {
            var values = ValuesIn(request);
            if (values.Count == 0)
            {
                // Without a value, an array of texts is empty.
                if (!Optional && refused && Type != typeof(string[]))
                {
                    (faults ??= []).Add(TypeFaults.Missing([Source.Loc(), Name]));
                }
                return;
            }
            if (values.Count > 1 && !Type.IsArray && type != typeof(StringValues))
            {
                (faults ??= []).Add(new("duplicate_parameter", [Source.Loc(), Name], "It stands more than once"));
                return;
            }
            for (var i = 0; i < values.Count; i++)
            {
                var text = values[i] ?? "";
                if (!WireFormat.Holds(type, text) || (refused && !Parses(text)))
                {
                    var (code, msg) = TypeFaults.OfText(type, text);
                    (faults ??= []).Add(new(code, Type.IsArray ? [Source.Loc(), Name, i] : [Source.Loc(), Name], msg));
                }
            }
        }

        private StringValues ValuesIn(HttpRequest request) => Source switch
        {
            ParameterSource.Path => request.RouteValues[Given] is { } value ? new(value.ToString()) : StringValues.Empty,
            ParameterSource.Header => request.Headers[Given],
            ParameterSource.Form when !request.HasFormContentType => StringValues.Empty,
            ParameterSource.Form => type == typeof(IFormFile) && request.Form.Files[Given] is { } file ? new(file.Name) : request.Form[Given],
            _ => request.Query[Given],
        };

        /// <summary>Whether the framework parses it; only a refused request comes here.</summary>
        private bool Parses(string text) =>
            !Array.Exists(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>))
            || (bool)ParsesMethod.MakeGenericMethod(type).Invoke(null, [text])!;

        private static bool Parses<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

        private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
    }
}

/// <summary>Where a parameter comes from, in the order in which faults are listed.</summary>
internal enum ParameterSource
{
    Path,
    Query,
    Header,
    Form,
}

internal static class ParameterSources
{
    /// <summary>The first part of <c>loc</c>. A form is a body.</summary>
    public static string Loc(this ParameterSource source) => source switch
    {
        ParameterSource.Path => "path",
        ParameterSource.Query => "query",
        ParameterSource.Header => "header",
        _ => "body",
    };
}
