using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastApiStyle.Json;

/// <summary>The names that the values of an enum have in requests and responses, and those that they have in the code.</summary>
internal sealed class EnumNames
{
    private static readonly ConcurrentDictionary<(Type, JsonNamingPolicy?), EnumNames> Known = [];

    private EnumNames(Type type, JsonNamingPolicy? policy)
    {
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        ByWire = values.ToFrozenDictionary(
            value => value.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? policy?.ConvertName(value.Name) ?? value.Name,
            value => value.Name,
            StringComparer.Ordinal);
        Wire = [.. values.Select(value => WireOf(value.Name))];
    }

    /// <summary>In the order of declaration.</summary>
    public IReadOnlyList<string> Wire { get; }

    /// <summary>The names in the code.</summary>
    public FrozenDictionary<string, string> ByWire { get; }

    public string WireOf(string inCode) => ByWire.First(name => name.Value == inCode).Key;

    public static EnumNames Of(Type type, JsonNamingPolicy? policy) =>
        Known.GetOrAdd((type, policy), static key => new EnumNames(key.Item1, key.Item2));
}
