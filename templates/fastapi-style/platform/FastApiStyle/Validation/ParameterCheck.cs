using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using FastApiStyle.Errors;
using FastApiStyle.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>Names the path, query, header and form parameters of a request that do not hold what they should.</summary>
internal sealed class ParameterCheck
{
    private readonly Parameter[] parameters;

    public ParameterCheck(Endpoint endpoint, WireNames names)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern;
        parameters = [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(IsInput)
            .SelectMany(metadata => Parameter.From(metadata, names, pattern?.GetParameter(metadata.Name) is not null))
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

    private sealed record Parameter(string Name, string Given, ParameterSource Source, Type Type, bool IsOptional)
    {
        private static readonly MethodInfo ParsesMethod = typeof(Parameter).GetMethod(nameof(Parses), BindingFlags.NonPublic | BindingFlags.Static)!;

        private readonly Type valueType = Underlying(Type.IsArray ? Type.GetElementType()! : Type);

        public static IEnumerable<Parameter> From(IParameterBindingMetadata metadata, WireNames names, bool isInPath)
        {
            var attributes = metadata.ParameterInfo.GetCustomAttributes(false);
            var type = metadata.ParameterInfo.ParameterType;
            var source = isInPath ? ParameterSource.Path
                : attributes.Any(attribute => attribute is IFromHeaderMetadata) ? ParameterSource.Header
                : type == typeof(IFormFile) || attributes.Any(attribute => attribute is IFromFormMetadata) ? ParameterSource.Form
                : ParameterSource.Query;
            return source == ParameterSource.Form && IsOfFields(metadata)
                ? type.GetProperties().Where(member => IsField(member.PropertyType)).Select(member => Field(member, names))
                : [new(names.Of(metadata.Name, attributes), WireNames.Given(metadata.Name, attributes), source, Underlying(type), metadata.IsOptional)];
        }

        /// <summary>Whether a type is bound from a form, member by member.</summary>
        private static bool IsOfFields(IParameterBindingMetadata metadata) =>
            !metadata.HasTryParse && !metadata.HasBindAsync && metadata.ParameterInfo.ParameterType is { IsClass: true } type
            && !type.IsAssignableTo(typeof(IEnumerable));

        private static bool IsField(Type type) =>
            type == typeof(string) || type == typeof(IFormFile) || (Underlying(type).IsValueType && IsParsable(Underlying(type)));

        private static Parameter Field(PropertyInfo member, WireNames names) => new(
            names.Of(member), member.Name, ParameterSource.Form, Underlying(member.PropertyType), !member.IsDefined(typeof(RequiredMemberAttribute)));

        public void FindFaults(HttpRequest request, bool refused, ref List<Fault>? faults)
        {
            var values = ValuesIn(request);
            if (values.Count == 0)
            {
                // Without a value, an array of texts is empty.
                if (!IsOptional && refused && Type != typeof(string[]))
                {
                    (faults ??= []).Add(TypeFaults.Missing([Source.Loc(), Name]));
                }
                return;
            }
            if (values.Count > 1 && !Type.IsArray && valueType != typeof(StringValues))
            {
                (faults ??= []).Add(new("duplicate_parameter", [Source.Loc(), Name], "It stands more than once"));
                return;
            }
            for (var i = 0; i < values.Count; i++)
            {
                var text = values[i] ?? "";
                if (!WireFormat.Holds(valueType, text) || (refused && !Parses(text)))
                {
                    var (code, msg) = TypeFaults.OfText(valueType, text);
                    (faults ??= []).Add(new(code, Type.IsArray ? [Source.Loc(), Name, i] : [Source.Loc(), Name], msg));
                }
            }
        }

        private StringValues ValuesIn(HttpRequest request) => Source switch
        {
            ParameterSource.Path => request.RouteValues[Given] is { } value ? new(value.ToString()) : StringValues.Empty,
            ParameterSource.Header => request.Headers[Given],
            ParameterSource.Form when !request.HasFormContentType => StringValues.Empty,
            ParameterSource.Form when valueType == typeof(IFormFile) => new([.. request.Form.Files.GetFiles(Given).Select(file => file.Name)]),
            ParameterSource.Form => request.Form[Given],
            _ => request.Query[Given],
        };

        /// <summary>Whether the framework parses it; only a refused request comes here.</summary>
        private bool Parses(string text) =>
            !IsParsable(valueType) || (bool)ParsesMethod.MakeGenericMethod(valueType).Invoke(null, [text])!;

        private static bool IsParsable(Type type) =>
            Array.Exists(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IParsable<>));

        private static bool Parses<T>(string text) where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

        private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
    }
}
