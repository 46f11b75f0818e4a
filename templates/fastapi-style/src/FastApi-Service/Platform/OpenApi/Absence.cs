using System.Collections;
using System.Reflection;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>What a member holds that a client leaves out: the default of its constructor parameter, or what its initializer says.</summary>
internal sealed class Absence(Type owner, PropertyInfo member)
{
    public object? Value { get; } = Find(owner, member);

    /// <summary>Whether leaving the member out breaks a rule, so that it must be sent.</summary>
    public bool IsRefusedBy(IPropertyValidator rule, Place place) => rule switch
    {
        INotNullValidator => Value is null,
        INotEmptyValidator => IsEmpty(),
        IEqualValidator equal when RuleInsides.ComparesWithConstant(equal) => !Equals(equal.ValueToCompare, Value),
        _ => Value is not null && Keywords.IsNumber(Value.GetType())
            && place.Schema is OpenApiSchema schema && !schema.Admits(Value),
    };

    private bool IsEmpty() => Value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IEnumerable items => !items.Cast<object>().Any(),
        _ => member.PropertyType.IsValueType && Nullable.GetUnderlyingType(member.PropertyType) is null
            && Value.Equals(Activator.CreateInstance(member.PropertyType)),
    };

    private static object? Find(Type owner, PropertyInfo member)
    {
        var type = member.PropertyType;
        var nothing = type.IsValueType ? Activator.CreateInstance(type) : null;
        if (!owner.IsAbstract && owner.GetConstructor(Type.EmptyTypes) is not null)
        {
            return member.GetValue(Activator.CreateInstance(owner));
        }
        var parameter = owner.GetConstructors()
            .MaxBy(constructor => constructor.GetParameters().Length)?
            .GetParameters().FirstOrDefault(each => string.Equals(each.Name, member.Name, StringComparison.OrdinalIgnoreCase));
        var value = parameter is { HasDefaultValue: true } ? parameter.DefaultValue ?? nothing : nothing;
        // The default of a nullable enum is kept as its number.
        return value is not null && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named ? Enum.ToObject(named, value) : value;
    }
}
