using System.Collections;
using System.Globalization;
using System.Reflection;
using FastApiStyle.Json;

namespace FastApiStyle.Validation;

/// <summary>Where a rule of FluentValidation looks, as the client names it.</summary>
internal static class RulePath
{
    private static readonly char[] Separators = ['.', '[', ']'];

    /// <summary>Splits <c>Addresses[1].Zip</c> into names and indices.</summary>
    /// <param name="type">The type that the rule is for.</param>
    /// <param name="path">What FluentValidation calls the place, in the names of C#; empty for the value itself.</param>
    /// <param name="names">The names of the service.</param>
    public static List<object> Of(Type? type, string? path, WireNames names)
    {
        var loc = new List<object>();
        Add(loc, type, path, names);
        return loc;
    }

    /// <summary>Adds these to a place.</summary>
    /// <param name="loc">The place of the value.</param>
    /// <param name="type">The type that the rule is for.</param>
    /// <param name="path">What FluentValidation calls the place, in the names of C#; empty for the value itself.</param>
    /// <param name="names">The names of the service.</param>
    public static void Add(List<object> loc, Type? type, string? path, WireNames names)
    {
        foreach (var part in PartsOf(path ?? ""))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                loc.Add(index);
                type = type is null ? null : ItemOf(type);
                continue;
            }
            var member = type is null ? null : names.MemberOf(type, part);
            if (member is null)
            {
                // A name that the author of the rule gave it.
                loc.Add(part.All(char.IsLetterOrDigit) ? names.Of(part) : part);
            }
            else if (IsOnWire(member.Property, type!))
            {
                loc.Add(member.Name);
            }
            type = member?.Property.PropertyType;
        }
    }

    private static string[] PartsOf(string path) =>
        path.Length > 0 && path.AsSpan().IndexOfAny(Separators) < 0 ? [path] : path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of a wrapper and the length of a text or of a list are no members on the wire.</summary>
    private static bool IsOnWire(PropertyInfo member, Type owner) =>
        OptionalConverter.ValueType(owner) is null
        && Nullable.GetUnderlyingType(owner) is null
        && !(member.Name is "Count" or "Length" && owner.IsAssignableTo(typeof(IEnumerable)));

    private static Type? ItemOf(Type list) => list.IsArray
        ? list.GetElementType()
        : list.GetInterfaces().Append(list)
            .FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
}
