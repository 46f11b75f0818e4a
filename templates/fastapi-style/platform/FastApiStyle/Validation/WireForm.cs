using System.Collections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FastApiStyle.Validation;

/// <summary>The form of a request as <see cref="WireValues"/>.</summary>
internal sealed class WireForm(WireNames names, IFormFeature sent) : IFormFeature
{
    public bool HasFormContentType => sent.HasFormContentType;

    public IFormCollection? Form { get; set; }

    public IFormCollection ReadForm() => Form ??= new Fields(names, sent.ReadForm());

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form ??= new Fields(names, await sent.ReadFormAsync(cancellationToken));

    private sealed class Fields(WireNames names, IFormCollection form)
        : WireValues(names, new(form, StringComparer.Ordinal)), IFormCollection
    {
        public IFormFileCollection Files { get; } = new WireFiles(names, form.Files);

        /// <summary>Who binds a whole object lists the fields, and finds members by the letters of their C# names, in any case.</summary>
        public override IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => form
            .Select(field => KeyValuePair.Create(field.Key.Replace("_", "", StringComparison.Ordinal), field.Value))
            .DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
            .GetEnumerator();
    }

    private sealed class WireFiles(WireNames names, IFormFileCollection files) : IFormFileCollection
    {
        public int Count => files.Count;

        public IFormFile this[int index] => files[index];

        public IFormFile? this[string name] => GetFile(name);

        public IFormFile? GetFile(string name) => files.GetFile(names.Of(name));

        public IReadOnlyList<IFormFile> GetFiles(string name) => files.GetFiles(names.Of(name));

        public IEnumerator<IFormFile> GetEnumerator() => files.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
