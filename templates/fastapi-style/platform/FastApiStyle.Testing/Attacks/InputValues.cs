using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values for the inputs of an operation.</summary>
internal sealed class InputValues(Operation operation, SchemaVariants variants, SchemaCheck check, KnownValues known, Random random)
{
    private readonly SchemaValues values = new(variants, check, random, known.Member);
    private readonly SchemaValues shown = new(variants, check, random, known.Member, shown: true);

    /// <summary>For every input the usual.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Plain() => For(operation.Inputs, input => Of(input, plain: true));

    /// <summary>What the document shows, and the usual where it shows nothing.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Shown() =>
        For(operation.Inputs, input => Given(input) ?? input.Example?.DeepClone() ?? Next(shown, input, plain: true));

    /// <summary>Only what is required, and of an object only the members that it must have.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Least() => For(operation.Inputs.Where(input => input.Required), LeastOf);

    /// <summary>What is required and some of the rest, as unusual as the document allows.</summary>
    public IReadOnlyList<(Input Input, JsonNode? Value)> Some() =>
        For(operation.Inputs.Where(input => input.Required || random.Next(2) == 0), input => Of(input, plain: false), isStrange: random.Next(4) == 0);

    public JsonNode? Of(Input input, bool plain) => (plain || random.Next(2) == 0 ? Given(input) : null) ?? (plain ? Example(input) : null) ?? Next(values, input, plain);

    /// <summary>Breaks the schemas of the inputs.</summary>
    public SchemaFaults Faults() => new(variants, check, values, random);

    /// <summary>Whether a value can be sent where the input is, and matches its schema there.</summary>
    public bool Fits(Input input, JsonNode? value) =>
        input.Name is null || (Texts.CanCarry(input, value) && check.Matches(input.Schema, AsRead(input, value)));

    /// <summary>Whether a value that breaks a schema still does where the input is sent.</summary>
    public bool IsBroken(Input input, JsonNode? value) =>
        input.Name is null || (Texts.CanCarry(input, value) && !check.Matches(input.Schema, AsRead(input, value)));

    public bool IsList(Input input) => variants.TypesOf(input.Schema).Contains("array");

    /// <param name="isStrange">Whether the path names something that is not there.</param>
    private List<(Input Input, JsonNode? Value)> For(IEnumerable<Input> inputs, Func<Input, JsonNode?> value, bool isStrange = false)
    {
        var path = known.Path();
        return [.. inputs.Select(input => (input, (input.Source == "path" && !isStrange ? OfPath(input, path) : null) ?? value(input)))];
    }

    private JsonNode? OfPath(Input input, IReadOnlyDictionary<string, JsonNode?> path) =>
        Given(input) ?? (path.TryGetValue(input.Name!, out var value) && Fits(input, value) ? value!.DeepClone() : null);

    /// <summary>Of a header or a cookie, which may say who asks: a made up one would be refused for that, whatever else a call is about.</summary>
    private static JsonNode? Example(Input input) => input.Source is "header" or "cookie" ? input.Example?.DeepClone() : null;

    private JsonNode? Given(Input input) => input.Name is null ? null : known.Given(input.Name, value => Fits(input, value));

    private JsonNode? Next(SchemaValues source, Input input, bool plain)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var value = (attempt == 0 && input.Source != "path" ? known.Reference(input.Name) : null)
                ?? source.Next(input.Schema, plain, input.Name is null ? 0 : 2);
            if (Fits(input, value))
            {
                return value;
            }
        }
        throw new ContractException($"No value was found for {string.Join('.', input.Place)}: give its schema an example.");
    }

    private JsonNode? LeastOf(Input input) => Of(input, plain: true) switch
    {
        JsonObject members when variants.Of(input.Schema) is [var schema] => members.Only(schema["required"].Strings().Contains),
        var value => value,
    };

    /// <summary>What a value is to the schema after it was sent as text.</summary>
    private JsonNode? AsRead(Input input, JsonNode? value)
    {
        JsonNode? Read(string text, JsonNode schema) => variants.TypesOf(schema).Contains("string") ? text : Texts.Parse(text);
        var texts = Texts.Of(value);
        return !IsList(input) ? Read(texts.Single(), input.Schema)
            : new JsonArray([.. texts.Select(text => Read(text, variants.Of(input.Schema)[0]["items"] ?? true))]);
    }
}
