using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;

namespace FastApiStyle.Json;

/// <summary>The members of an object, with the faults of those that are no Unicode text.</summary>
internal static class SentMembers
{
    /// <returns>The name of a member, or null for one that is no text.</returns>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<(string Name, JsonElement Value)> Of(JsonElement value, IReadOnlyList<object> place, List<Fault> faults)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is { } name)
            {
                yield return (name, member.Value);
            }
            else
            {
                faults.Add(TypeFaults.NotUnicode([.. place]));
            }
        }
    }

    /// <returns>Each member that the type has, and how often it stands.</returns>
    public static Dictionary<string, (JsonElement Value, int Times)> Known(
        JsonElement value, JsonTypeInfo type, IReadOnlyList<object> place, List<Fault> faults)
    {
        var known = type.Properties.ToDictionary(member => member.Name, _ => (Value: default(JsonElement), Times: 0), StringComparer.Ordinal);
        foreach (var (name, sent) in Of(value, place, faults))
        {
            ref var member = ref CollectionsMarshal.GetValueRefOrNullRef(known, name);
            if (!Unsafe.IsNullRef(ref member))
            {
                member = (sent, member.Times + 1);
            }
            else if (!TypeFaults.IsUtf8(sent))
            {
                faults.Add(TypeFaults.NotUnicode([.. place, name]));
            }
            else if (type.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
            {
                faults.Add(new("extra_forbidden", [.. place, name], "Extra inputs are not permitted"));
            }
        }
        return known;
    }
}
