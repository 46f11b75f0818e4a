using System.Collections;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>
/// The values of a query or of a form under the names that the document has: whoever asks for <c>MinPrice</c> gets
/// <c>minPrice</c> and nothing else. The framework would take it in any letter case.
/// </summary>
internal class WireValues(WireNames names, Dictionary<string, StringValues> values) : IEnumerable<KeyValuePair<string, StringValues>>
{
    public int Count => values.Count;

    public ICollection<string> Keys => values.Keys;

    public StringValues this[string key] => values.GetValueOrDefault(names.Of(key));

    public bool ContainsKey(string key) => values.ContainsKey(names.Of(key));

    public bool TryGetValue(string key, out StringValues value) => values.TryGetValue(names.Of(key), out value);

    /// <summary>The values under a name of the document.</summary>
    public StringValues Sent(string name) => values.GetValueOrDefault(name);

    /// <summary>Puts others in the place of the values under a name of the document.</summary>
    public void Replace(string name, Func<StringValues, StringValues> change)
    {
        if (values.TryGetValue(name, out var sent))
        {
            values[name] = change(sent);
        }
    }

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
