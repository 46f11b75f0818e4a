using System.Reflection;
using System.Text.Json;

namespace FastApiStyle.OpenApi;

/// <summary>What a member holds that a client leaves out.</summary>
internal static class MemberDefaults
{
    /// <returns>The default of its constructor parameter, or what its initializer says.</returns>
    public static object? Of(Type owner, PropertyInfo member)
    {
        var type = member.PropertyType;
        var nothing = type.IsValueType ? Activator.CreateInstance(type) : null;
        var constructor = owner.GetConstructor(Type.EmptyTypes)
            ?? owner.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length);
        var parameter = constructor?.GetParameters()
            .FirstOrDefault(each => string.Equals(each.Name, member.Name, StringComparison.OrdinalIgnoreCase));
        var value = parameter is { HasDefaultValue: true } ? parameter.DefaultValue ?? nothing
            : parameter is not null || constructor is null || owner.IsAbstract ? nothing
            : Initial(constructor, member) ?? nothing;
        if (value is DateTime or DateTimeOffset or DateOnly or TimeOnly or Guid && !value.Equals(nothing))
        {
            // Of the clock or of chance: at the next start it is another one.
            return null;
        }
        if (value is JsonElement { ValueKind: JsonValueKind.Undefined })
        {
            // No JSON says it.
            return null;
        }
        // The default of a nullable enum is kept as its number.
        return value is not null && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named ? Enum.ToObject(named, value) : value;
    }

    /// <summary>What an initializer says, where it does not look at the arguments.</summary>
    private static object? Initial(ConstructorInfo constructor, PropertyInfo member)
    {
        try
        {
            return member.GetValue(constructor.Invoke(new object?[constructor.GetParameters().Length]));
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
