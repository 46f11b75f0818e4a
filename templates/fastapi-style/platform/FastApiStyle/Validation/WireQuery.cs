using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>The query of a request as <see cref="WireValues"/>.</summary>
internal sealed class WireQuery(WireNames names, QueryString text) : IQueryFeature
{
    private IQueryCollection? query;

    public IQueryCollection Query
    {
        get => query ??= new Parameters(names, Read(text));
        set => query = value;
    }

    private static Dictionary<string, StringValues> Read(QueryString text)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(text.Value))
        {
            var name = pair.DecodeName().ToString();
            values[name] = StringValues.Concat(values.GetValueOrDefault(name), pair.DecodeValue().ToString());
        }
        return values;
    }

    private sealed class Parameters(WireNames names, Dictionary<string, StringValues> values) : WireValues(names, values), IQueryCollection;
}
