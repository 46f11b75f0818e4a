using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values for the inputs of an operation.</summary>
/// <param name="seen">Bodies of answers and the paths that gave them.</param>
internal sealed class InputValues(
    Operation operation, SchemaVariants variants, SchemaCheck check, IReadOnlyList<(string Path, JsonObject Body)> seen, Random random)
{
    private readonly SchemaValues values = new(variants, check, random);

    /// <summary>For every input the usual.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Plain() => [.. operation.Inputs.Select(input => (input, Of(input, plain: true)))];

    /// <summary>Only what is required, and of an object only the members that it must have.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Least() =>
        [.. operation.Inputs.Where(input => input.Required).Select(input => (input, LeastOf(input)))];

    /// <summary>What is required and some of the rest, as unusual as the document allows.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Some() =>
        [.. operation.Inputs.Where(input => input.Required || random.Next(2) == 0).Select(input => (input, Of(input, plain: false)))];

    public JsonNode? Of(Input input, bool plain)
    {
        var known = input.Source == "path" && random.Next(2) == 0 ? Known(input) : [];
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var value = attempt < 20 && known.Count > 0 ? random.Pick(known)?.DeepClone() : values.Next(input.Schema, plain, input.Name is null ? 0 : 2);
            if (input.Name is null || (Texts.CanCarry(input, value) && check.Matches(input.Schema, AsRead(input, value))))
            {
                return value;
            }
        }
        throw new ContractException($"No value was found for {string.Join('.', input.Place)}: give its schema an example.");
    }

    /// <summary>Breaks the schemas of the inputs.</summary>
    public SchemaFaults Faults() => new(variants, check, values, random);

    /// <summary>Whether a value that breaks a schema still does where the input is sent.</summary>
    public bool IsBroken(Input input, JsonNode? value) =>
        input.Name is null || (Texts.CanCarry(input, value) && !check.Matches(input.Schema, AsRead(input, value)));

    public bool IsList(Input input) => variants.TypesOf(input.Schema).Contains("array");

    private JsonNode? LeastOf(Input input) => Of(input, plain: true) switch
    {
        JsonObject members when variants.Of(input.Schema) is [var schema] => members.Only(schema["required"].Strings().Contains),
        var value => value,
    };

    /// <summary>Identities of what was created at the path that this one continues.</summary>
    private List<JsonNode?> Known(Input input)
    {
        var parent = operation.Path[..operation.Path.IndexOf($"{{{input.Name}}}", StringComparison.Ordinal)].TrimEnd('/');
        return [.. seen.Where(answer => answer.Path == parent).Select(answer => answer.Body[input.Name!] ?? answer.Body["id"])];
    }

    /// <summary>What a value is to the schema after it was sent as text.</summary>
    private JsonNode? AsRead(Input input, JsonNode? value)
    {
        JsonNode? Read(string text, JsonNode schema) => variants.TypesOf(schema).Contains("string") ? text : Texts.Parse(text);
        var texts = Texts.Of(value);
        return !IsList(input) ? Read(texts.Single(), input.Schema)
            : new JsonArray([.. texts.Select(text => Read(text, variants.Of(input.Schema)[0]["items"] ?? true))]);
    }
}
