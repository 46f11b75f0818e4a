using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Documents;

/// <summary>What a client can ask for: a method of a path.</summary>
/// <param name="Json">All that the document says of it.</param>
/// <param name="ContentType">Of its body, the first one where there are several; null where it takes none.</param>
internal sealed record Operation(HttpMethod Method, string Path, JsonObject Json, IReadOnlyList<Input> Inputs, string? ContentType)
{
    public string Id => (string?)Json["operationId"] ?? $"{Method} {Path}";

    public bool Secured => Json["security"] is JsonArray { Count: > 0 };

    public bool BodyRequired => (bool?)Json["requestBody"]?["required"] ?? false;
}

/// <summary>One value that an operation takes: a parameter, a field of a form, or (without a name) the JSON body.</summary>
/// <param name="Source">The first part of its <c>loc</c>; a form is a body.</param>
internal sealed record Input(string Source, string? Name, bool Required, JsonNode Schema)
{
    public object[] Place => Name is null ? [Source] : [Source, Name];
}
