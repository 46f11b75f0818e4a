using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>Writes all documents of the template anew, each as the scaffold's own tests write it. It takes a while.</summary>
internal static class DocumentUpdate
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "true";

    public static async Task Run()
    {
        foreach (var made in Documents.All)
        {
            // Where the data is kept, the document does not tell.
            var scaffold = await Scaffold.Create("Shop", ["--no-restore", .. made.With("database", "none").Arguments]);
            (await Shell.Dotnet(
                scaffold.Folder, "test", "-nodeReuse:false", "--filter", "FullyQualifiedName~committed_document", "--environment", "UPDATE_OPENAPI=true"))
                .MustSucceed().MustSay("Passed!");
            var file = Documents.FileOf(made);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var document = scaffold.Read("openapi.json").Replace("\"title\": \"Shop\"", "\"title\": \"FastApi-Service\"");
            // As in appsettings.json, and not that of the tests.
            document = Regex.Replace(document, "(?<=\"openIdConnectUrl\": \")http://[^/]+", "https://issuer.example.com");
            await File.WriteAllTextAsync(file, document);
            Directory.Delete(scaffold.Folder, recursive: true);
        }
    }
}
