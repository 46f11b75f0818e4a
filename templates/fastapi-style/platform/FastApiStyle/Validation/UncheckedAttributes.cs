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
            var found = route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(parameter => Find(parameter, known))
                .Concat(bodies.Select(body => Find(body, known)))
                .FirstOrDefault(each => each is not null);
            if (found is not null)
            {
                throw new StartupException($"{route.DisplayName} takes {found}, which checks no request here: make it a rule of a validator.");
            }
        }
    }

    private static string? Find(IParameterBindingMetadata parameter, HashSet<Type> known) =>
        First(parameter.ParameterInfo.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>(), parameter.ParameterInfo.Name!)
        ?? (Parameter.IsOfForm(parameter) ? Find(parameter.ParameterInfo.ParameterType, known) : null);

    private static string? Find(Type type, HashSet<Type> known)
    {
        if (!known.Add(type))
        {
            return null;
        }
        IEnumerable<string?> places = (type.HasElementType ? [type.GetElementType()!] : type.GenericTypeArguments).Select(part => Find(part, known));
        if (!MemberAttributes.IsOfFramework(type) && !type.IsDefined(typeof(JsonConverterAttribute)))
        {
            places = places
                .Concat(type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(IsBrought)
                    .Select(member => First(MemberAttributes.Of(member), $"{SchemaNames.TypeName(type)}.{member.Name}") ?? Find(member.PropertyType, known)))
                .Concat(type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(derived => Find(derived.DerivedType, known)));
        }
        return places.FirstOrDefault(place => place is not null);
    }

    private static bool IsBrought(PropertyInfo member) =>
        member.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
        && (member.SetMethod is not null || MemberAttributes.ParametersOf(member).Any());

    private static string? First(IEnumerable<ValidationAttribute> attributes, string name) =>
        attributes.FirstOrDefault(each => !IsForEyes(each)) is { } found
            ? $"[{found.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)}] of {name}"
            : null;

    /// <summary>How a text is shown asks nothing of it; that it is a date, say, would stand in the document.</summary>
    private static bool IsForEyes(ValidationAttribute attribute) => attribute.GetType() == typeof(DataTypeAttribute)
        && ((DataTypeAttribute)attribute).DataType is DataType.Password or DataType.MultilineText or DataType.Html or DataType.Text or DataType.Custom;
}
