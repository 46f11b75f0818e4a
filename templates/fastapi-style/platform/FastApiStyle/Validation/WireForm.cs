using System.Collections;
using Microsoft.AspNetCore.Http.Features;

namespace FastApiStyle.Validation;

/// <summary>The form of a request as <see cref="WireValues"/>.</summary>
internal sealed class WireForm(WireNames names, HttpContext http, IFormFeature sent) : IFormFeature
{
    public bool HasFormContentType => sent.HasFormContentType;

    public IFormCollection? Form { get; set; }

    public IFormCollection ReadForm() => Form ??= Bound(sent.ReadForm());

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form ??= Bound(await sent.ReadFormAsync(cancellationToken));

    private Fields Bound(IFormCollection form)
    {
        var fields = new Fields(names, form);
        http.GetEndpoint()?.Metadata.GetMetadata<WireBinding>()?.NameValues(fields);
        return fields;
    }

    private sealed class Fields(WireNames names, IFormCollection form)
        : WireValues(names, new(form, StringComparer.Ordinal)), IFormCollection
    {
        public IFormFileCollection Files { get; } = new WireFiles(names, form.Files);
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
