using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace FastApiStyle.Validation;

/// <summary>The rules that stand on members, as <see cref="System.ComponentModel.DataAnnotations"/> has them.</summary>
internal static class MemberAttributes
{
    /// <summary>Those of a member; of one of a positional record also those of its parameter, which is where they stand unless they say <c>property:</c>.</summary>
    public static IEnumerable<ValidationAttribute> Of(PropertyInfo member) => member.GetCustomAttributes<ValidationAttribute>()
        .Concat(ParametersOf(member).SelectMany(parameter => parameter.GetCustomAttributes<ValidationAttribute>()));

    /// <summary>Those of constructors that a member is made of: binders tell them by their names, in any case.</summary>
    public static IEnumerable<ParameterInfo> ParametersOf(PropertyInfo member) => member.DeclaringType!.GetConstructors()
        .SelectMany(made => made.GetParameters())
        .Where(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the members of such a type are is nobody's rule here.</summary>
    public static bool IsOfFramework(Type type) => type.Namespace?.Split('.')[0] is "System" or "Microsoft";
}
