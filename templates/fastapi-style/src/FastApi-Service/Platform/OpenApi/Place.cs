using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>
/// A place in the document that holds a schema. Where that is a reference, what is said here stands beside it, so that
/// it holds at this place only; nothing is wrapped before there is something to say.
/// </summary>
internal sealed class Place(IOpenApiSchema schema, Action<IOpenApiSchema> replace)
{
    private const string Rules = "x-rules";

    public IOpenApiSchema Schema { get; private set; } = schema;

    /// <summary>Makes the client send the member. Does nothing for what is no member.</summary>
    public Action Require { get; private init; } = () => { };

    /// <summary>The schema that takes keywords: this one, or the one beside the reference.</summary>
    public OpenApiSchema Keywords
    {
        get
        {
            if (Schema is OpenApiSchemaReference)
            {
                Replace(new OpenApiSchema { AllOf = [Bare(Schema), new OpenApiSchema()] });
            }
            return Schema switch
            {
                OpenApiSchema { AllOf: [OpenApiSchemaReference, OpenApiSchema beside] } => beside,
                OpenApiSchema { AnyOf: [OpenApiSchema { AllOf: [_, OpenApiSchema beside] }, _] } => beside,
                OpenApiSchema { AnyOf: [OpenApiSchemaReference reference, _] anyOf } => BesideNullable(anyOf, reference),
                _ => (OpenApiSchema)Schema,
            };
        }
    }

    public bool HasProperty(string name) => Schema.Properties?.ContainsKey(name) == true;

    public Place Property(string name) =>
        new(
            Schema is OpenApiSchema { Properties: { } members } && members.TryGetValue(name, out var member) ? member : new OpenApiSchema(),
            value => (Keywords.Properties ??= new Dictionary<string, IOpenApiSchema>())[name] = value)
        {
            Require = () => (Keywords.Required ??= new HashSet<string>()).Add(name),
        };

    public Place Items() => new((Schema as OpenApiSchema)?.Items ?? new OpenApiSchema(), value => Keywords.Items = value);

    /// <summary>Writes keywords. What was made for them only now enters the document.</summary>
    public void Say(Action<OpenApiSchema> keywords)
    {
        keywords(Keywords);
        replace(Schema);
    }

    /// <summary>Says in words what no keyword says.</summary>
    public void SayInWords(string sentence)
    {
        var extensions = Schema is OpenApiSchemaReference reference
            ? reference.Reference.Extensions ??= new Dictionary<string, IOpenApiExtension>()
            : ((OpenApiSchema)Schema).Extensions ??= new Dictionary<string, IOpenApiExtension>();
        var rules = (extensions.TryGetValue(Rules, out var said) ? ((JsonNodeExtension)said).Node as JsonArray : null) ?? [];
        if (rules.All(rule => rule!.GetValue<string>() != sentence))
        {
            rules.Add((JsonNode)sentence);
            extensions[Rules] = new JsonNodeExtension(rules);
            Schema.Description = string.IsNullOrEmpty(Schema.Description) ? sentence : $"{Schema.Description} {sentence}";
        }
        replace(Schema);
    }

    public void SetDefault(JsonNode value)
    {
        if (Schema is OpenApiSchemaReference reference)
        {
            reference.Default = value;
        }
        else
        {
            ((OpenApiSchema)Schema).Default = value;
        }
    }

    public void AllowNull()
    {
        if (Schema is OpenApiSchemaReference)
        {
            Replace(new OpenApiSchema { AnyOf = [Bare(Schema), new OpenApiSchema { Type = JsonSchemaType.Null }] });
        }
        else if (Schema is OpenApiSchema { Type: { } type } inline)
        {
            inline.Type = type | JsonSchemaType.Null;
        }
    }

    public void ForbidNull()
    {
        switch (Schema)
        {
            case OpenApiSchema { AnyOf: [var value, { Type: JsonSchemaType.Null }] }:
                Replace(value);
                break;
            case OpenApiSchema { Type: { } type } inline:
                inline.Type = type & ~JsonSchemaType.Null;
                break;
            case OpenApiSchema { AllOf: null, AnyOf: null }:
                Say(schema => schema.Forbid(new OpenApiSchema { Type = JsonSchemaType.Null }));
                break;
        }
    }

    private void Replace(IOpenApiSchema value)
    {
        // A reference answers for its target where it says nothing itself.
        var (description, initial, extensions) = Schema is OpenApiSchemaReference { Reference: var said }
            ? (said.Description, said.Default, said.Extensions)
            : (Schema.Description, Schema.Default, Schema.Extensions);
        if (value is OpenApiSchemaReference { Reference: var saying })
        {
            (saying.Description, saying.Default, saying.Extensions) = (description, initial, extensions);
        }
        else if (value is OpenApiSchema inline)
        {
            (inline.Description, inline.Default, inline.Extensions) = (description, initial, extensions);
        }
        Schema = value;
        replace(value);
    }

    private static OpenApiSchemaReference Bare(IOpenApiSchema schema)
    {
        var reference = (OpenApiSchemaReference)schema;
        return new(reference.Reference.Id!, reference.Reference.HostDocument);
    }

    private static OpenApiSchema BesideNullable(IList<IOpenApiSchema> anyOf, OpenApiSchemaReference reference)
    {
        var beside = new OpenApiSchema();
        anyOf[0] = new OpenApiSchema { AllOf = [reference, beside] };
        return beside;
    }
}
