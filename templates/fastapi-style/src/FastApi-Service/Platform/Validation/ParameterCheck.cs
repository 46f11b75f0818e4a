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
    private static readonly MethodInfo ParsesMethod =
        typeof(Parameter).GetMethod(nameof(Parameter.Parses), BindingFlags.NonPublic | BindingFlags.Static)!;

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
        return type != typeof(CancellationToken) && (metadata.HasTryParse || type == typeof(string) || type == typeof(string[])
            || metadata.ParameterInfo.GetCustomAttributes(false).Any(attribute => attribute is IFromFormMetadata or IFromHeaderMetadata));
    }

    /// <summary>Where the member of an [AsParameters] record is bound from, as the first part of its <c>loc</c>; else the body.</summary>
    public string SourceOf(string wireName)
    {
        var found = parameters.FirstOrDefault(parameter => parameter.Name == wireName);
        return found.Name is null ? "body" : found.Source.Loc();
    }

    public List<Fault> FindFaults(HttpContext http)
    {
        var faults = new List<Fault>();
        var refused = http.Response.StatusCode == StatusCodes.Status400BadRequest;
        foreach (var parameter in parameters)
        {
            // The framework would take an enum in any letter case, by number, and several with commas.
            if ((refused || parameter.Type.IsEnum) && parameter.FindFault(http.Request) is { } fault)
            {
                faults.Add(fault);
            }
        }
        return faults;
    }

    private readonly record struct Parameter(string Name, ParameterSource Source, Type Type, bool Optional)
    {
        public static Parameter From(IParameterBindingMetadata metadata, bool isInPath)
        {
            var attributes = metadata.ParameterInfo.GetCustomAttributes(false);
            var source = isInPath ? ParameterSource.Path
                : attributes.Any(attribute => attribute is IFromHeaderMetadata) ? ParameterSource.Header
                : attributes.Any(attribute => attribute is IFromFormMetadata) ? ParameterSource.Form
                : ParameterSource.Query;
            var type = metadata.ParameterInfo.ParameterType;
            return new(WireNames.Of(metadata.Name), source, Nullable.GetUnderlyingType(type) ?? type, metadata.IsOptional);
        }

        public Fault? FindFault(HttpRequest request)
        {
            object[] loc = [Source.Loc(), Name];
            var values = Source switch
            {
                ParameterSource.Path => new StringValues(request.RouteValues[Name]?.ToString()),
                ParameterSource.Header => request.Headers[Name],
                ParameterSource.Form => request.HasFormContentType ? request.Form[Name] : StringValues.Empty,
                _ => request.Query[Name],
            };
            if (values.Count == 0)
            {
                return Optional ? null : TypeFaults.Missing(loc);
            }
            if (Type == typeof(string) || Type.IsArray || (Optional && values == ""))
            {
                return null;
            }
            if (Holds(values.ToString()))
            {
                return null;
            }
            var (code, msg) = TypeFaults.OfText(Type);
            return new(code, loc, msg);
        }

        private bool Holds(string text)
        {
            if (Type.IsEnum)
            {
                return Enum.GetNames(Type).Contains(text, StringComparer.Ordinal);
            }
            return Array.Exists(Type.GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IParsable<>))
                && (bool)ParsesMethod.MakeGenericMethod(Type).Invoke(null, [text])!;
        }

        // As the framework parses; only a refused request comes here.
        internal static bool Parses<T>(string text) where T : IParsable<T> =>
            T.TryParse(text, CultureInfo.InvariantCulture, out _);
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
