using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>
/// Attributes such as <c>[Range]</c> on what a request brings. Swashbuckle writes them into the document, and no request is held to them: validators check here.
/// </summary>
internal static class UncheckedAttributes
{
    /// <exception cref="StartupException">A route of a feature takes one.</exception>
    public static void Refuse(IEnumerable<Endpoint> routes)
    {
        var known = new HashSet<Type>();
        foreach (var route in routes.Where(route => route.Metadata.GetMetadata<FeatureRoute>() is not null))
        {
            var bodies = route.Metadata.GetOrderedMetadata<IAcceptsMetadata>().Select(body => body.RequestType).OfType<Type>();
            var found = route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => Find(parameter.ParameterInfo, known))
                .Concat(bodies.Select(body => Find(body, known)))
                .FirstOrDefault(each => each is not null);
            if (found is not null)
            {
                throw new StartupException(
                    $"{route.DisplayName} takes {found}, which the document would state and no request is held to: make it a rule of a validator.");
            }
        }
    }

    private static string? Find(ParameterInfo parameter, HashSet<Type> known) =>
        On(parameter, parameter.Name!) ?? (parameter.GetCustomAttributes().Any(each => each is IFromFormMetadata) ? Find(parameter.ParameterType, known) : null);

    private static string? Find(Type type, HashSet<Type> known)
    {
        if (!known.Add(type))
        {
            return null;
        }
        IEnumerable<string?> places = (type.HasElementType ? [type.GetElementType()!] : type.GenericTypeArguments).Select(part => Find(part, known));
        if (type.Namespace?.Split('.')[0] is not (null or "System" or "Microsoft"))
        {
            places = places
                .Concat(type.GetConstructors().SelectMany(made => made.GetParameters()).Select(parameter => On(parameter, $"{type.Name}.{parameter.Name}")))
                .Concat(type.GetProperties().Select(member => On(member, $"{type.Name}.{member.Name}") ?? Find(member.PropertyType, known)))
                .Concat(type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(derived => Find(derived.DerivedType, known)));
        }
        return places.FirstOrDefault(place => place is not null);
    }

    /// <summary>Of <see cref="DataTypeAttribute"/> itself nothing is found: it says what a text is for, and asks nothing.</summary>
    private static string? On(ICustomAttributeProvider place, string name) =>
        place.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).FirstOrDefault(each => each.GetType() != typeof(DataTypeAttribute)) is { } found
            ? $"[{found.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] of {name}"
            : null;
}
