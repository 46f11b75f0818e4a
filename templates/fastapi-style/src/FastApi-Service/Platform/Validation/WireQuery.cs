using System.Collections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FastApiService.Platform.Validation;

/// <summary>
/// The query of a request under the names that the document has: whoever asks for <c>MinPrice</c> gets <c>minPrice</c> and
/// nothing else. The framework would take it in any letter case.
/// </summary>
internal sealed class WireQuery(QueryString text) : IQueryFeature
{
    private IQueryCollection? query;

    public IQueryCollection Query
    {
        get => query ??= new Parameters(text);
        set => query = value;
    }

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.HasValue)
        {
            http.Features.Set<IQueryFeature>(new WireQuery(http.Request.QueryString));
        }
        return next(http);
    }

    private sealed class Parameters : IQueryCollection
    {
        private readonly Dictionary<string, StringValues> values = new(StringComparer.Ordinal);

        public Parameters(QueryString text)
        {
            foreach (var pair in new QueryStringEnumerable(text.Value))
            {
                var name = pair.DecodeName().ToString();
                values[name] = StringValues.Concat(values.GetValueOrDefault(name), pair.DecodeValue().ToString());
            }
        }

        public int Count => values.Count;

        public ICollection<string> Keys => values.Keys;

        public StringValues this[string key] => values.GetValueOrDefault(WireNames.Of(key));

        public bool ContainsKey(string key) => values.ContainsKey(WireNames.Of(key));

        public bool TryGetValue(string key, out StringValues value) => values.TryGetValue(WireNames.Of(key), out value);

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
