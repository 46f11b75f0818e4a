using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing.Documents;

/// <summary>The document that stands in the repository of the service.</summary>
internal sealed class CommittedDocument(string path)
{
    private const string Name = "openapi.json";

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The one above the tests; where there is none yet, it belongs beside the solution.</summary>
    public static CommittedDocument Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Name);
            if (File.Exists(path) || folder.EnumerateFiles("*.slnx").Any())
            {
                return new(path);
            }
        }
        throw new ContractException($"No folder above {AppContext.BaseDirectory} holds {Name} or a solution.");
    }

    /// <summary>Null where there is no file.</summary>
    public async Task<JsonNode?> ReadAsync(CancellationToken cancellation) =>
        File.Exists(path) ? JsonNode.Parse(await File.ReadAllTextAsync(path, cancellation)) : null;

    public Task WriteAsync(JsonObject document, CancellationToken cancellation) =>
        File.WriteAllTextAsync(path, $"{document.ToJsonString(Written)}\n", cancellation);
}
