using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastApiStyle.Json;

/// <summary>Where null may stand: what System.Text.Json enforces for members, enforced for the items of their lists, too.</summary>
internal static class Presence
{
    private static readonly ConcurrentDictionary<PropertyInfo, bool> Known = [];
    private static readonly ConcurrentDictionary<Type, bool> MayHoldNull = [];

    /// <summary>Makes lists refuse null where their type does.</summary>
    public static void RefuseNullItems(JsonTypeInfo info)
    {
        var lists = info.Properties
            .Where(member => member.Get is not null && IsList(Of(member).Type) && !AllowsNullItems(member))
            .Select(Getter)
            .ToList();
        if (lists.Count > 0)
        {
            info.OnDeserialized += body =>
            {
                foreach (var list in lists)
                {
                    if (list(body) is IEnumerable items && HoldsNull(items))
                    {
                        throw new JsonException();
                    }
                }
            };
        }
    }

    /// <summary>Reads a member, and of an Optional what it holds.</summary>
    public static Func<object, object?> Getter(JsonPropertyInfo member)
    {
        if (OptionalConverter.ValueType(member.PropertyType) is null)
        {
            return member.Get!;
        }
        var value = member.PropertyType.GetProperty(nameof(Optional<>.Value))!;
        return body => value.GetValue(member.Get!(body));
    }

    /// <summary>Asks for no member: for the part of a body that can be read, though other parts cannot.</summary>
    public static void ForgiveAbsence(JsonTypeInfo info)
    {
        foreach (var member in info.Properties)
        {
            member.IsRequired = false;
        }
    }

    public static bool HoldsNull(IEnumerable items)
    {
        if (!MayHoldNull.GetOrAdd(items.GetType(), static type => type != typeof(string) && ItemType(type) is { IsValueType: false }))
        {
            return false;
        }
        if (items is IList list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (IsOrHoldsNull(list[i]))
                {
                    return true;
                }
            }
            return false;
        }
        foreach (var item in items is IDictionary entries ? entries.Values : items)
        {
            if (IsOrHoldsNull(item))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsOrHoldsNull(object? item) => item is null || (item is not string && item is IEnumerable inner && HoldsNull(inner));

    /// <summary>The type of the value of a member, and whether it may be null.</summary>
    public static (Type Type, bool AllowsNull) Of(JsonPropertyInfo member)
    {
        var optional = OptionalConverter.ValueType(member.PropertyType);
        var type = optional ?? member.PropertyType;
        var allowsNull = type.IsValueType
            // To an element, null is a value like others.
            ? Nullable.GetUnderlyingType(type) is not null || type == typeof(JsonElement)
            : optional is null ? member.IsSetNullable : OptionalConverter.AllowsNull(member, optional);
        return (Nullable.GetUnderlyingType(type) ?? type, allowsNull);
    }

    /// <summary>Whether the items of a member that is a list may be null.</summary>
    public static bool AllowsNullItems(JsonPropertyInfo member) =>
        member.AttributeProvider is not PropertyInfo property || Known.GetOrAdd(property, static property =>
        {
            var list = new NullabilityInfoContext().Create(property);
            // Of an Optional list, the list is the argument.
            list = OptionalConverter.ValueType(property.PropertyType) is null ? list : list.GenericTypeArguments[0];
            // In a dictionary of anything, null is a value like others.
            return list.GenericTypeArguments is [_, { Type: var value }] && FreeForm.Is(value)
                || (list.ElementType ?? list.GenericTypeArguments.LastOrDefault())?.ReadState != NullabilityState.NotNull;
        });

    private static bool IsList(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && ItemType(type) is { IsValueType: false };

    private static Type? ItemType(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType ? type.GenericTypeArguments[^1] : null;
}
