using System.Collections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FastApiService.Platform.Validation;

/// <summary>A form under the names that the document has, as <see cref="WireQuery"/> is for a query.</summary>
internal sealed class WireForm(IFormFeature sent) : IFormFeature
{
    public bool HasFormContentType => sent.HasFormContentType;

    public IFormCollection? Form { get; set; }

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.HasFormContentType)
        {
            var options = http.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value;
            http.Features.Set<IFormFeature>(new WireForm(new FormFeature(http.Request, options)));
        }
        return next(http);
    }

    public IFormCollection ReadForm() => Form ??= new Fields(sent.ReadForm());

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form ??= new Fields(await sent.ReadFormAsync(cancellationToken));

    private sealed class Fields(IFormCollection form) : IFormCollection
    {
        private readonly Dictionary<string, StringValues> values = new(form, StringComparer.Ordinal);

        public int Count => values.Count;

        public ICollection<string> Keys => values.Keys;

        public IFormFileCollection Files { get; } = new WireFiles(form.Files);

        public StringValues this[string key] => values.GetValueOrDefault(WireNames.Of(key));

        public bool ContainsKey(string key) => values.ContainsKey(WireNames.Of(key));

        public bool TryGetValue(string key, out StringValues value) => values.TryGetValue(WireNames.Of(key), out value);

        /// <summary>Who binds a whole object lists the fields, and finds members by the letters of their C# names, in any case.</summary>
        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => values
            .Select(field => KeyValuePair.Create(field.Key.Replace("_", "", StringComparison.Ordinal), field.Value))
            .DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
            .GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class WireFiles(IFormFileCollection files) : IFormFileCollection
    {
        public int Count => files.Count;

        public IFormFile this[int index] => files[index];

        public IFormFile? this[string name] => GetFile(name);

        public IFormFile? GetFile(string name) => files.GetFile(WireNames.Of(name));

        public IReadOnlyList<IFormFile> GetFiles(string name) => files.GetFiles(WireNames.Of(name));

        public IEnumerator<IFormFile> GetEnumerator() => files.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
