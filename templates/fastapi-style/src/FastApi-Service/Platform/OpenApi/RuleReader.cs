using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using FastApiService.Platform.Json;
using FastApiService.Platform.Validation;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace FastApiService.Platform.OpenApi;

/// <summary>
/// Reads the validators of a type into its schema: what always holds and has a keyword becomes one, everything else is said
/// in words. A constraint that a valid request could break is never written.
/// </summary>
internal sealed class RuleReader(IServiceProvider services, IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions json = JsonSetup.Strict(options.Value.SerializerOptions);
    private readonly RuleKeywords keywords = new(JsonSetup.Strict(options.Value.SerializerOptions));

    /// <param name="place">Where the schema of the type stands.</param>
    /// <param name="type">The type.</param>
    public void Describe(Place place, Type type)
    {
        foreach (var validator in services.ValidatorsOf(type))
        {
            Read(place, validator, type, "", sometimes: false);
        }
    }

    private void Read(Place place, IValidator validator, Type type, string name, bool sometimes)
    {
        foreach (var rule in validator.CreateDescriptor().Rules.Where(RunsByDefault))
        {
            Read(place, rule, type, name, sometimes);
        }
    }

    // The service runs no rule set by its name.
    private static bool RunsByDefault(IValidationRule rule) =>
        rule.RuleSets is not { Length: > 0 } sets || sets.Contains("default", StringComparer.OrdinalIgnoreCase);

    private void Read(Place owner, IValidationRule rule, Type type, string name, bool sometimes)
    {
        var path = MembersOf(rule.Expression?.Body);
        var isItem = RuleInsides.IsCollectionRule(rule);
        var isSent = OptionalConverter.ValueType(type) is not null;
        // The value of what was not sent is not asked for by a schema.
        sometimes |= rule.HasCondition || rule.HasAsyncCondition || (isItem && RuleInsides.IsFiltered(rule))
            || (!isSent && path?.Any(IsOptionalValue) == true);

        var place = owner;
        var said = path is null ? RuleWords.Unreadable : "";
        foreach (var member in (path ?? []).Where(member => !IsWrapped(member)))
        {
            var wire = WireNames.Of(member);
            if (said.Length > 0 || !IsMember(place, member, wire))
            {
                said = said.Length > 0 ? $"{said}.{wire}" : wire;
                continue;
            }
            (place, name) = (place.Property(wire), wire);
        }
        if (isItem && said.Length == 0)
        {
            said = place.Items() is null ? RuleWords.Unreadable : "";
            place = place.Items() ?? place;
        }

        var absent = path is [PropertyInfo property] && !isItem && !isSent && said.Length == 0
            ? new Absence(type, property)
            : null;
        foreach (var component in rule.Components)
        {
            var reading = new Reading(place, name, said, sometimes || component.HasCondition || component.HasAsyncCondition,
                RefusesNull: path is [_, ..] || isItem, absent);
            Read(reading, rule, type, component);
        }
        foreach (var dependent in (rule.DependentRules ?? []).Where(RunsByDefault))
        {
            Read(owner, dependent, type, name, sometimes: true);
        }
    }

    private void Read(Reading reading, IValidationRule rule, Type type, IRuleComponent component)
    {
        var (place, name, said, sometimes, refusesNull, absent) = reading;
        if (component.Validator is IChildValidatorAdaptor && said.Length == 0
            && RuleInsides.ValidatorOf(component.Validator) is { } child)
        {
            // Where its type has it anyway, it need not be said again.
            if (rule is IIncludeRule || !services.ValidatorsOf(rule.TypeToValidate).Any(known => known.GetType() == child.GetType()))
            {
                Read(place, child, rule is IIncludeRule ? type : rule.TypeToValidate, name, sometimes);
            }
            return;
        }
        if (sometimes || said.Length > 0 || !keywords.TrySay(place, rule.TypeToValidate, component.Validator, refusesNull))
        {
            place.SayInWords(RuleWords.Of(component, name, said, sometimes));
        }
        if (!sometimes && absent?.IsRefusedBy(component.Validator, place) == true)
        {
            place.Require();
        }
    }

    /// <returns>The members that lead from the value to what a rule checks, none for the value itself, null for code.</returns>
    private static List<MemberInfo>? MembersOf(Expression? expression) => expression switch
    {
        null or ParameterExpression => [],
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => MembersOf(convert.Operand),
        MemberExpression { Expression: { } inner } access => MembersOf(inner) is { } path ? [.. path, access.Member] : null,
        _ => null,
    };

    private bool IsMember(Place place, MemberInfo member, string wire) =>
        place.HasProperty(wire)
        || json.GetTypeInfo(member.DeclaringType!).Properties.Any(property => property.Name == wire);

    private static bool IsOptionalValue(MemberInfo member) => OptionalConverter.ValueType(member.DeclaringType!) is not null;

    // On the wire, Optional<T>.Value and Nullable<T>.Value are the member itself.
    private static bool IsWrapped(MemberInfo member) =>
        IsOptionalValue(member) || Nullable.GetUnderlyingType(member.DeclaringType!) is not null;

    private sealed record Reading(Place Place, string Name, string Said, bool Sometimes, bool RefusesNull, Absence? Absent);
}
