using System.Text.RegularExpressions;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FastApiStyle.Dependencies;

/// <summary>What a client sends to a dependency to say who it is.</summary>
/// <param name="Name">The name that it has for clients.</param>
/// <param name="Source">Where it is sent.</param>
/// <param name="Http">The scheme of the <c>Authorization</c> header; null for a key.</param>
internal sealed partial record DependencyKey(string Name, ParameterSource Source, string? Http)
{
    /// <summary>Its name among the security schemes of the document, which has letters, digits and a few signs.</summary>
    public string Id => Http is not null ? Capital(Http) : Strange.Replace(Source == ParameterSource.Header ? Name : $"{Name}-{Source.Loc()}", "_");

    /// <exception cref="StartupException">It is sent where none can be, or must be sent.</exception>
    public static IEnumerable<DependencyKey> Of(IEnumerable<object> metadata, RoutePattern pattern, IServiceProvider services)
    {
        foreach (var each in metadata.OfType<IParameterBindingMetadata>())
        {
            if (AttributeOf(each) is not { } attribute)
            {
                continue;
            }
            var parameter = Parameter.From(
                each, services.GetRequiredService<WireNames>(), services.GetRequiredService<StrictJson>(), pattern.GetParameter(each.Name) is not null).First();
            if (parameter.Source is not (ParameterSource.Header or ParameterSource.Query or ParameterSource.Cookie))
            {
                throw new StartupException($"reads {each.Name} from the {parameter.Source.Loc()}: take a [SecurityScheme] by [FromHeader], [FromQuery] or [FromCookie]");
            }
            if (attribute.Http is { } http && (parameter.Source != ParameterSource.Header || !parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)))
            {
                throw new StartupException($"takes {each.Name} as {http}, which is sent in one header alone: take it by [FromHeader(Name = \"Authorization\")]");
            }
            if (!parameter.IsOptional)
            {
                throw new StartupException(
                    $"insists on {each.Name}, so that who leaves it out would be told 422: let it be null, and refuse by an {nameof(UnauthorizedProblem)}");
            }
            yield return new(parameter.Name, parameter.Source, attribute.Http);
        }
    }

    public static SecuritySchemeAttribute? AttributeOf(IParameterBindingMetadata metadata) =>
        metadata.ParameterInfo.GetCustomAttributes(false).OfType<SecuritySchemeAttribute>().FirstOrDefault();

    /// <summary>
    /// How a 401 names it. RFC 7617 wants a realm of <c>Basic</c>; keys have no scheme that is registered, and RFC 9110 §11.6.1 wants one, so it is FastAPI's.
    /// </summary>
    public string ChallengeOf(string title) => Http is null ? "APIKey"
        : Capital(Http) is "Basic" and var basic ? $"{basic} realm=\"{Unquotable.Replace(title, "")}\", charset=\"UTF-8\""
        : Capital(Http);

    private static string Capital(string scheme) => char.ToUpperInvariant(scheme[0]) + scheme[1..].ToLowerInvariant();

    [GeneratedRegex(@"[^a-zA-Z0-9._-]")]
    private static partial Regex Strange { get; }

    [GeneratedRegex("""[^ !#-\[\]-~]""")]
    private static partial Regex Unquotable { get; }
}
