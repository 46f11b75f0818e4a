using System.Linq.Expressions;
using System.Reflection;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Writes the validators of a type to its schema: what always holds and has a keyword becomes one, everything else is said
/// in words. A constraint that a valid request could break is never written.
/// </summary>
internal sealed class RuleWriter(IServiceProvider root, StrictJson json, WireNames names, RuleKeywords keywords, RuleWords words)
{
    // Validators that belong to a request are made once here, and only asked what they say.
    private readonly IServiceProvider services = root.CreateScope().ServiceProvider;

    public void Write(OpenApiSchema schema, Type type) =>
        services.ValidatorsOf(type).ToList().ForEach(validator => Write(schema, type, validator, sometimes: false));

    private void Write(OpenApiSchema schema, Type type, IValidator validator, bool sometimes)
    {
        // The service runs no rule set by its name.
        foreach (var rule in validator.CreateDescriptor().Rules.Where(rule => rule.RuleSets is null or [] || rule.RuleSets.Contains("default")))
        {
            Write(schema, type, rule, sometimes);
        }
    }

    private void Write(OpenApiSchema owner, Type type, IValidationRule rule, bool sometimes)
    {
        var path = MembersOf(rule.Expression?.Body);
        var isSent = IsOptional(type);
        // A schema does not ask for the value of what was not sent.
        sometimes |= rule.HasCondition || rule.HasAsyncCondition || RuleInsides.IsFiltered(rule)
            || (!isSent && path?.Exists(member => IsOptional(member.DeclaringType!)) == true);
        // On the wire, the Value of a wrapper is the member itself.
        path?.RemoveAll(member => IsOptional(member.DeclaringType!) || Nullable.GetUnderlyingType(member.DeclaringType!) is not null);

        var checkedType = rule is IIncludeRule ? type : rule.TypeToValidate;
        var name = string.Join('.', (path ?? []).Select(names.Of));
        if (path is [var member, .. var inside] && IsOnWire(owner, member))
        {
            owner.WriteMember(names.Of(member), schema => Write(rule, new(
                schema, checkedType, name, inside is [] ? Reach.Value : Reach.Part, sometimes,
                Written: written => RequireIfRefused(owner, type, member, schema, written))));
        }
        else
        {
            Write(rule, new(owner, checkedType, name, path is not [] ? Reach.Part : isSent ? Reach.Value : Reach.Whole, sometimes, _ => { }));
        }
        foreach (var dependent in rule.DependentRules ?? [])
        {
            Write(owner, type, dependent, sometimes: true);
        }
    }

    private void Write(IValidationRule rule, Target target)
    {
        if (!RuleInsides.IsForItems(rule))
        {
            WriteComponents(rule, target);
        }
        else if (target.Reach == Reach.Part || target.Schema.AdditionalProperties is not null)
        {
            WriteComponents(rule, target with { Reach = Reach.Part });
        }
        else
        {
            target.Schema.Items = target.Schema.Items.With(item =>
                WriteComponents(rule, target with { Schema = item, Reach = Reach.Value, Written = _ => { } }));
        }
    }

    private void WriteComponents(IValidationRule rule, Target target)
    {
        var (schema, type, name, reach, _, written) = target;
        foreach (var component in rule.Components)
        {
            var sometimes = target.Sometimes || component.HasCondition || component.HasAsyncCondition;
            if (reach != Reach.Part && component.Validator is IChildValidatorAdaptor && RuleInsides.ValidatorOf(component.Validator) is { } child)
            {
                // Where its type has it anyway, it need not be said again.
                if (rule is IIncludeRule || !services.ValidatorsOf(type).Any(known => known.GetType() == child.GetType()))
                {
                    Write(schema, type, child, sometimes);
                }
            }
            else if (reach == Reach.Value && !sometimes && keywords.TryWrite(schema, type, component.Validator))
            {
                written(component.Validator);
            }
            else
            {
                words.Write(schema, component, name, isElsewhere: reach == Reach.Part, sometimes);
            }
        }
    }

    /// <summary>A client must send the member whose default a rule refuses.</summary>
    private void RequireIfRefused(OpenApiSchema owner, Type type, MemberInfo member, OpenApiSchema schema, IPropertyValidator rule)
    {
        if (member is PropertyInfo property && !RuleInsides.Accepts(rule, MemberDefaults.Of(type, property)))
        {
            (owner.Required ??= new HashSet<string>()).Add(names.Of(member));
            schema.Default = null;
        }
    }

    /// <returns>The members that lead from a value to what a rule checks, none for the value itself, null for code.</returns>
    private static List<MemberInfo>? MembersOf(Expression? expression) => expression switch
    {
        null or ParameterExpression => [],
        MemberExpression { Expression: { } inner } access => MembersOf(inner) is { } path ? [.. path, access.Member] : null,
        _ => null,
    };

    private bool IsOnWire(OpenApiSchema owner, MemberInfo member) =>
        owner.Properties?.ContainsKey(names.Of(member)) == true
        || json.TypeInfoOf(member.DeclaringType!).Properties.Any(property => property.Name == names.Of(member));

    private static bool IsOptional(Type type) => OptionalConverter.ValueType(type) is not null;

    /// <summary>Where words and keywords go, and what a rule checks there.</summary>
    private sealed record Target(
        OpenApiSchema Schema, Type Type, string Name, Reach Reach, bool Sometimes, Action<IPropertyValidator> Written);

    private enum Reach
    {
        // A member or an item: it takes keywords.
        Value,
        // The object itself: it takes words.
        Whole,
        // Something inside, or computed.
        Part,
    }
}
