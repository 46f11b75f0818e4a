using FastApiStyle.Json;

namespace FastApiStyle.Validation;

/// <summary>The rules of each type, found once.</summary>
internal sealed class RuleBook(IServiceProvider services, StrictJson json, WireNames names)
{
    private readonly Dictionary<Type, InputRules> known = [];

    public WireNames Names => names;

    /// <summary>The rules of a type and of what it holds, as it is read from JSON.</summary>
    public InputRules For(Type type)
    {
        if (!known.TryGetValue(type, out var rules))
        {
            var validators = services.ValidatorsOf(type);
            known[type] = rules = new InputRules(type, validators);
            rules.Deepen(json.TypeInfoOf(type), this, validators);
        }
        return rules;
    }

    /// <summary>The rules of a type alone.</summary>
    public InputRules OfItself(Type type) => new(type, services.ValidatorsOf(type));
}
