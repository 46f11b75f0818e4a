using System.Text.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Json;
using FastApiStyle.Validation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>The words for a rule that must not be a constraint: those of its author, or else its keywords.</summary>
internal sealed class RuleWords(RuleKeywords keywords, StrictJson json, WireNames names)
{
    /// <param name="schema">Where the words go.</param>
    /// <param name="component">The rule.</param>
    /// <param name="type">The type of what it checks.</param>
    /// <param name="name">What it checks, as the client names it.</param>
    /// <param name="isElsewhere">Whether that is not the place where the words stand.</param>
    /// <param name="sometimes">Whether the rule holds in some cases only.</param>
    public void Write(OpenApiSchema schema, IRuleComponent component, Type type, string name, bool isElsewhere, bool sometimes)
    {
        var words = MessageOf(component, name) ?? (isElsewhere && name.Length > 0 ? $"`{name}`: " : "") + Phrase(component.Validator, type);
        Say(schema, Sentence(sometimes ? $"In some cases: {words}" : words));
    }

    /// <summary>Says what no keyword says: in the description for people, in <c>x-rules</c> for tools.</summary>
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

    private string Phrase(IPropertyValidator rule, Type type)
    {
        var schema = new OpenApiSchema();
        return rule switch
        {
            INotNullValidator => "not null",
            INotEmptyValidator => "not empty",
            _ when keywords.TryWrite(schema, type, rule) =>
                string.Join(", ", JsonNode.Parse(schema.ToJson())!.AsObject().Select(keyword => $"`{keyword.Key}` {keyword.Value!.ToJsonString()}")),
            IComparisonValidator { MemberToCompare: { } member } with => $"must be {Relation(with.Comparison)} `{names.Of(member)}`",
            IComparisonValidator { ValueToCompare: { } value } with when RuleInsides.IsWithConstant(with) =>
                $"must be {Relation(with.Comparison)} {JsonSerializer.Serialize(value, value.GetType(), json.Options)}",
            _ => "a further rule holds, which no schema states",
        };
    }

    private static string Relation(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "equal to",
        Comparison.NotEqual => "different from",
        Comparison.LessThan => "less than",
        Comparison.LessThanOrEqual => "less than or equal to",
        Comparison.GreaterThan => "greater than",
        _ => "greater than or equal to",
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
