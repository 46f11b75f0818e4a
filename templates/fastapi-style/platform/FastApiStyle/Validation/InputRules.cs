using System.Collections;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Json;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation;

/// <summary>Every validator that a value meets: those of its type, and those of what it holds, at any depth.</summary>
internal sealed class InputRules
{
    private readonly List<TypedRules> own = [];
    private readonly List<Member> members = [];
    private readonly Dictionary<Type, Shape> shapes = [];
    private InputRules? items;
    private EnumNames? keys;
    private bool isDeepening;

    /// <summary>Whether there is anything to check. Of a type that holds itself this is not known before its end.</summary>
    public bool HasAny => isDeepening || own.Count > 0 || members.Count > 0 || items is not null || shapes.Count > 0;

    public InputRules(Type type, IReadOnlyList<IValidator> validators) =>
        own.AddRange(validators.Select(validator => TypedRules.Of(type, validator)));

    /// <summary>Adds the rules of what a value holds.</summary>
    public void Deepen(JsonTypeInfo type, RuleBook book, IReadOnlyList<IValidator> validators)
    {
        isDeepening = true;
        if (type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
        {
            items = book.For(type.ElementType!) is { HasAny: true } each ? each : null;
            keys = type.KeyType is { IsEnum: true } key ? EnumNames.Of(key, book.Names.Policy) : null;
        }
        foreach (var member in type.Kind == JsonTypeInfoKind.Object ? type.Properties.Where(member => member.Get is not null) : [])
        {
            var rules = book.For(Presence.Of(member).Type);
            if (rules.HasAny && !validators.Any(validator => Covers(validator, type.Type, member.Name, rules, book.Names)))
            {
                members.Add(new(member.Name, Presence.Getter(member), rules));
            }
        }
        foreach (var shape in type.PolymorphismOptions?.DerivedTypes.Where(shape => shape.DerivedType != type.Type) ?? [])
        {
            if (book.For(shape.DerivedType) is { HasAny: true } rules)
            {
                shapes[shape.DerivedType] = new(shape.TypeDiscriminator!, rules);
            }
        }
        isDeepening = false;
    }

    /// <summary>Whether nothing is wrong, as far as this can be told at once and without FluentValidation. Of a value of which parts are missing it cannot.</summary>
    public bool IsProven(object value)
    {
        if (shapes.Count > 0 && shapes.TryGetValue(value.GetType(), out var shape))
        {
            return shape.Rules.IsProven(value);
        }
        foreach (var rules in own)
        {
            if (!rules.IsProven(value))
            {
                return false;
            }
        }
        foreach (var member in members)
        {
            if (member.Get(value) is { } inner && !member.Rules.IsProven(inner))
            {
                return false;
            }
        }
        return items is null || AreProven(value, items);
    }

    public async ValueTask CheckAsync(object value, Place? at, RuleFindings findings, CancellationToken cancellation)
    {
        if (shapes.GetValueOrDefault(value.GetType()) is { } shape)
        {
            // Its rules are those of what it derives from, too.
            await shape.Rules.CheckAsync(value, new(at, shape.Tag), findings, cancellation);
            return;
        }
        foreach (var rules in own)
        {
            await rules.CheckAsync(value, at, findings, cancellation);
        }
        foreach (var member in members)
        {
            if (member.Get(value) is { } inner)
            {
                await member.Rules.CheckAsync(inner, new(at, member.Name), findings, cancellation);
            }
        }
        if (items is not null)
        {
            foreach (var (part, item) in Parts((IEnumerable)value))
            {
                if (item is not null && !findings.IsFull)
                {
                    await items.CheckAsync(item, new(at, part), findings, cancellation);
                }
            }
        }
    }

    private static bool AreProven(object value, InputRules items)
    {
        if (value is IList list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is { } item && !items.IsProven(item))
                {
                    return false;
                }
            }
            return true;
        }
        foreach (var item in value is IDictionary entries ? entries.Values : (IEnumerable)value)
        {
            if (item is not null && !items.IsProven(item))
            {
                return false;
            }
        }
        return true;
    }

    private IEnumerable<(object Part, object? Item)> Parts(IEnumerable list)
    {
        if (list is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
            {
                var name = entry.Key.ToString()!;
                yield return (keys?.WireOf(name) ?? name, entry.Value);
            }
            yield break;
        }
        var index = 0;
        foreach (var item in list)
        {
            yield return (index++, item);
        }
    }

    /// <summary>Whether a validator asks the validators of a member by itself.</summary>
    private static bool Covers(IValidator validator, Type type, string member, InputRules rules, WireNames names) =>
        validator is IEnumerable<IValidationRule> own && rules.members.Count == 0 && own.Any(rule =>
            RulePath.Of(type, rule.PropertyName, names) is [string only] && only == member && !rule.HasCondition && !rule.HasAsyncCondition && rule.RuleSets is null or []
            && (rules.own.Count > 0 ? rules.own : rules.items?.own ?? []).All(needed => rule.Components.Any(component =>
                !component.HasCondition && !component.HasAsyncCondition
                && component.Validator is IChildValidatorAdaptor child && child.ValidatorType == needed.ValidatorType)));

    private sealed record Shape(object Tag, InputRules Rules);

    private sealed record Member(string Name, Func<object, object?> Get, InputRules Rules);
}
