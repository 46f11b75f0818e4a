using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Clients.FrontEnd;

/// <summary>A front end, beside the client of FastAPI's document that it was written against, and the one of our document.</summary>
internal sealed partial class FrontEndFolder(ClientFolder clients)
{
    private string Folder => Path.Combine(clients.TypeScript, "front-end");

    /// <summary>Makes our client, and adds to FastAPI's what each client of this generator brings along.</summary>
    public async Task MakeClients()
    {
        await using var service = await ShopService.Start();
        await File.WriteAllTextAsync(Path.Combine(Folder, "openapi.json"), await service.Client.GetStringAsync("/openapi.json"));
        await clients.RunScript("front-end-clients");
        foreach (var part in new[] { "client", "core" })
        {
            Tree.Copy(Path.Combine(Folder, "ours", part), Path.Combine(Folder, "fastapi", part));
        }
    }

    /// <summary>The functions and types that a client exports.</summary>
    public IEnumerable<string> NamesOf(string client) =>
        Exports.Matches(File.ReadAllText(Path.Combine(Folder, client, "index.ts"))).SelectMany(list => list.Groups["names"].Value.Split(','))
            .Select(name => name.Trim());

    [GeneratedRegex(@"\{(?<names>[^}]*)\}")]
    private static partial Regex Exports { get; }
}
