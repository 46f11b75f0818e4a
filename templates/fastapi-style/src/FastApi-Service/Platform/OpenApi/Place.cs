using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>
/// A place in the document that holds a schema. Where that is a reference, what is said here stands beside it, so that
/// it holds at this place only; nothing is wrapped before there is something to say.
/// </summary>
internal sealed class Place(IOpenApiSchema schema, Action<IOpenApiSchema> replace)
{
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
            Require = () => RequireMember(name),
        };

    /// <returns>The items of a list, or null for a dictionary.</returns>
    public Place? Items() => Schema is OpenApiSchema { AdditionalProperties: not null }
        ? null
        : new((Schema as OpenApiSchema)?.Items ?? new OpenApiSchema(), value => Keywords.Items = value);

    /// <summary>Writes keywords.</summary>
    public void Say(Action<OpenApiSchema> keywords)
    {
        keywords(Keywords);
        Keep();
    }

    /// <summary>What was made to say something only now enters the document.</summary>
    public void Keep() => replace(Schema);

    public void SetDefault(JsonNode? value)
    {
        if (Schema is OpenApiSchemaReference reference)
        {
            reference.Reference.Default = value;
        }
        else
        {
            ((OpenApiSchema)Schema).Default = value;
        }
    }

    /// <summary>Puts another schema here. What was said of this place stays.</summary>
    public void Replace(IOpenApiSchema value)
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

    /// <summary>A reference without what was said beside it.</summary>
    public static OpenApiSchemaReference Bare(IOpenApiSchema schema)
    {
        var reference = (OpenApiSchemaReference)schema;
        return new(reference.Reference.Id!, reference.Reference.HostDocument);
    }

    private void RequireMember(string name)
    {
        (Keywords.Required ??= new HashSet<string>()).Add(name);
        Property(name).SetDefault(null);
    }

    private static OpenApiSchema BesideNullable(IList<IOpenApiSchema> anyOf, OpenApiSchemaReference reference)
    {
        var beside = new OpenApiSchema();
        anyOf[0] = new OpenApiSchema { AllOf = [reference, beside] };
        return beside;
    }
}
