using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FastApiStyle.OpenApi;

/// <summary>What is said of a schema at one place: beside the reference where there is one, since others refer to it, too.</summary>
internal static class References
{
    /// <summary>Writes to the schema of a place. A place about which nothing is written stays as it is.</summary>
    /// <param name="schema">What stands there, or null.</param>
    /// <param name="write">Writes keywords.</param>
    public static IOpenApiSchema? With(this IOpenApiSchema? schema, Action<OpenApiSchema> write)
    {
        var inline = schema as OpenApiSchema ?? (schema is OpenApiSchemaReference reference ? Beside(reference) : new OpenApiSchema());
        var before = inline.ToJson();
        write(inline);
        return inline.ToJson() == before ? schema : inline;
    }

    /// <summary>Writes to a member of an object.</summary>
    public static void WriteMember(this OpenApiSchema owner, string name, Action<OpenApiSchema> write)
    {
        if (owner.Properties?.TryGetValue(name, out var there) != true)
        {
            there = null;
        }
        if (there.With(write) is { } schema)
        {
            (owner.Properties ??= new Dictionary<string, IOpenApiSchema>())[name] = schema;
        }
    }

    public static IOpenApiSchema OrNull(this IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            var either = Beside(reference);
            (either.AllOf, either.AnyOf) = (null, [.. either.AllOf!, new OpenApiSchema { Type = JsonSchemaType.Null }]);
            return either;
        }
        if (schema is OpenApiSchema { Type: { } type } inline)
        {
            inline.Type = type | JsonSchemaType.Null;
        }
        return schema;
    }

    public static void SetDefault(this IOpenApiSchema schema, JsonNode? value)
    {
        if (schema is OpenApiSchemaReference reference)
        {
            reference.Reference.Default = value;
        }
        else
        {
            ((OpenApiSchema)schema).Default = value;
        }
    }

    /// <summary>What the document has for a part of it, or for all.</summary>
    public static string ToJson(this IOpenApiSerializable part)
    {
        using var text = new StringWriter();
        part.SerializeAsV31(new OpenApiJsonWriter(text, new OpenApiJsonWriterSettings { Terse = true }));
        return text.ToString();
    }

    private static OpenApiSchema Beside(OpenApiSchemaReference reference) => new()
    {
        AllOf = [new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument)],
        Description = reference.Reference.Description,
        Default = reference.Reference.Default,
    };
}
