using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>The shape that an object of a type of several shapes says it has.</summary>
/// <param name="Type">The type of the shape.</param>
/// <param name="Discriminator">The member that says so.</param>
/// <param name="Tag">
/// What it says, a text or a number, which is a part of the places in the object; null where it says nothing and is of the type itself.
/// </param>
internal sealed record Shape(Type Type, string Discriminator, object? Tag)
{
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WritePropertyName(Discriminator);
        JsonSerializer.Serialize(writer, Tag);
    }
}

internal static class Shapes
{
    /// <returns>What is wrong with what the object says of its shape, or null.</returns>
    public static Fault? Find(JsonElement value, JsonTypeInfo type, IReadOnlyList<object> place, out Shape? shape)
    {
        var shapes = type.PolymorphismOptions!;
        var discriminator = shapes.TypeDiscriminatorPropertyName;
        JsonElement[] tags = [.. value.EnumerateObject().Where(member => SentMembers.NameOf(member) == discriminator).Select(member => member.Value)];
        var said = tags.Length == 1 ? shapes.DerivedTypes.FirstOrDefault(each => Is(tags[0], each.TypeDiscriminator)) : default;
        shape = said.DerivedType is not null ? new(said.DerivedType, discriminator, said.TypeDiscriminator) : new(type.Type, discriminator, null);
        return tags.Length switch
        {
            > 1 => TypeFaults.Duplicate([.. place, discriminator]),
            1 => said.DerivedType is null ? TagInvalid(shapes, [.. place]) : null,
            _ => type.Type.IsAbstract ? TagNotFound(shapes, [.. place]) : null,
        };
    }

    private static bool Is(JsonElement tag, object? expected) => tag.ValueKind switch
    {
        JsonValueKind.String => expected is string text && tag.ValueEquals(text),
        JsonValueKind.Number => expected is int number && tag.TryGetInt32(out var sent) && sent == number,
        _ => false,
    };

    private static Fault TagNotFound(JsonPolymorphismOptions shapes, IReadOnlyList<object> loc) => new(
        "union_tag_not_found", loc, $"Unable to extract tag using discriminator '{shapes.TypeDiscriminatorPropertyName}'",
        new Dictionary<string, object> { ["discriminator"] = $"'{shapes.TypeDiscriminatorPropertyName}'" });

    private static Fault TagInvalid(JsonPolymorphismOptions shapes, IReadOnlyList<object> loc)
    {
        var discriminator = $"'{shapes.TypeDiscriminatorPropertyName}'";
        var expected = string.Join(", ", shapes.DerivedTypes.Select(each => $"'{each.TypeDiscriminator}'"));
        return new(
            "union_tag_invalid", loc, $"Input tag found using {discriminator} does not match any of the expected tags: {expected}",
            new Dictionary<string, object> { ["discriminator"] = discriminator, ["expected_tags"] = expected });
    }
}
