using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>
/// The sentence for a rule that must not be a constraint. The message of a rule is for who broke it; here it speaks only where
/// nothing else tells what the rule asks.
/// </summary>
internal sealed class RuleWords(StrictJson json, WireNames names)
{
    private const string Unstated = "a further rule holds, which no schema states";

    /// <summary>Of an operation whose input is refused by what only the service knows, says so to tools. People read the words of its 422.</summary>
    public static void Write(OpenApiOperation operation)
    {
        var extensions = operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        extensions.TryAdd("x-rules", new JsonNodeExtension(new JsonArray()));
        ((JsonArray)((JsonNodeExtension)extensions["x-rules"]).Node).Add((JsonNode)(CommonResponses.OwnWords(operation, "422") ?? Sentence(Unstated)));
    }

    /// <param name="schema">Where the words go.</param>
    /// <param name="component">The rule.</param>
    /// <param name="name">What it checks, as the client names it.</param>
    /// <param name="isElsewhere">Whether that is not the place where the words stand.</param>
    /// <param name="sometimes">Whether the rule holds in some cases only.</param>
    public void Write(OpenApiSchema schema, IRuleComponent component, string name, bool isElsewhere, bool sometimes)
    {
        var condition = sometimes ? RuleConditions.Of(component, names) ?? "in some cases" : "";
        var sentence = PhraseOf(component.Validator) is { } phrase
            ? Sentence($"{(isElsewhere && name.Length > 0 ? $"`{name}`: " : "")}{phrase} {condition}")
            : Sentence((sometimes ? $"{Sentence(condition)[..^1]}: " : "") + (MessageOf(component, name) ?? Unstated));
        Say(schema, sentence);
    }

    /// <summary>Says it in the description for people, and in <c>x-rules</c> for tools, which could not tell it from other words.</summary>
    private static void Say(OpenApiSchema schema, string sentence)
    {
        var extensions = schema.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        extensions.TryAdd("x-rules", new JsonNodeExtension(new JsonArray()));
        var rules = (JsonArray)((JsonNodeExtension)extensions["x-rules"]).Node;
        if (rules.All(rule => rule!.GetValue<string>() != sentence))
        {
            rules.Add((JsonNode)sentence);
            schema.Description = string.IsNullOrWhiteSpace(schema.Description) ? sentence : $"{Sentence(schema.Description)} {sentence}";
        }
    }

    private static string Sentence(string words)
    {
        words = words.Trim();
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}{(words[^1] is '.' or '!' or '?' ? "" : ".")}";
    }

    /// <returns>What a rule asks, or null where only its author knows.</returns>
    private string? PhraseOf(IPropertyValidator rule) => rule switch
    {
        INotNullValidator => "not null",
        INotEmptyValidator => "not empty",
        IEmailValidator => "an e-mail address",
        ILengthValidator length => Range(length.Min, length.Max, "character"),
        ICountRule count => Range(count.Min, count.Max, "item"),
        IUniqueRule => "no item twice",
        IRegularExpressionValidator pattern => $"matches `{pattern.Expression}`",
        IInclusiveBetweenValidator between => $"{Text(between.From)} to {Text(between.To)}",
        IBetweenValidator between => $"more than {Text(between.From)} and less than {Text(between.To)}",
        IComparisonValidator { MemberToCompare: { } member } with => $"{Relation(with.Comparison)} `{names.Of(member)}`",
        IComparisonValidator { ValueToCompare: { } value } with when RuleInsides.IsWithConstant(with) => $"{Relation(with.Comparison)} {Text(value)}",
        _ => RuleInsides.PrecisionOf(rule) is var (precision, scale, _)
            ? $"at most {Count(precision - scale, "digit")} before the decimal point and {scale} after it"
            : null,
    };

    private static string Range(int min, int max, string unit) =>
        max is int.MaxValue or < 0 ? $"at least {Count(min, unit)}"
        : min <= 0 ? $"at most {Count(max, unit)}"
        : min == max ? $"exactly {Count(max, unit)}"
        : $"{min} to {Count(max, unit)}";

    private static string Count(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    private string Text(object value) => JsonSerializer.Serialize(value, value.GetType(), json.Options).Trim('"');

    private static string Relation(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "equal to",
        Comparison.NotEqual => "other than",
        Comparison.LessThan => "less than",
        Comparison.LessThanOrEqual => "at most",
        Comparison.GreaterThan => "more than",
        _ => "at least",
    };

    /// <returns>What the author of the rule says about it, or null.</returns>
    private static string? MessageOf(IRuleComponent component, string name)
    {
        try
        {
            var message = component.GetUnformattedErrorMessage();
            var words = new MessageFormatter().AppendPropertyName(name.Length > 0 ? $"`{name}`" : "it").BuildMessage(message);
            return message == component.Validator.GetDefaultMessageTemplate(component.ErrorCode)
                || string.IsNullOrWhiteSpace(words) || words.Contains('{', StringComparison.Ordinal)
                ? null
                : words;
        }
        catch (Exception)
        {
            // The message is made from the request.
            return null;
        }
    }
}
