using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

public sealed class ImageTests
{
    /// <summary>As the Dockerfile and compose.yaml have it: another user, files that cannot be written but the volume, no SDK.</summary>
    [Fact]
    public async Task What_is_published_runs_as_in_its_image()
    {
        var scaffold = await Scaffold.Create("Shop", ["--no-restore"]);
        var image = Path.Combine(Workspace.NewFolder("-image"), "app");
        var publish = Regex.Match(scaffold.Read("Dockerfile"), @"dotnet (publish .+) --output /app").Groups[1].Value.Replace("\"", "");
        (await Shell.Dotnet(scaffold.Folder, [.. publish.Split(' '), "--output", image, "-nodeReuse:false"])).MustSucceed().MustNotWarn();
        var compose = new ComposeFile(scaffold);
        var volume = Assert.Single(compose.UsedVolumes);
        var storage = Directory.CreateDirectory(Path.Combine(image, Path.GetRelativePath("/app", volume.Place)));
        await Protect(image, storage.FullName);
        var environment = new Dictionary<string, string>(compose.Environment("service", _ => Convert.ToBase64String(new byte[32])))
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_HTTP_PORTS"] = "",
            ["HOME"] = "/nonexistent",
        };

        await using var service = await ServiceProcess.StartPublished(image, [.. AsAnother(), "dotnet", "Shop.dll"], environment);
        var ready = await service.Client.GetAsync("/health/ready");
        var user = await service.Client.PostAsJsonAsync("/users", new { email = "a@example.com", password = "correct horse" });
        var token = (await user.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var item = await service.Client.PostAsJsonAsync("/items", new { name = "first", price = 1 });

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.Created, item.StatusCode);
        Assert.True(File.Exists(Path.Combine(storage.FullName, "app.db")));
    }

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    // Nobody, where we may become that: then what must not be written cannot be.
    private static string[] AsAnother() => IsRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"] : [];

    private static async Task Protect(string image, string storage)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        (await Shell.Run("chmod", image, ["-R", "a-w,a+rX", image])).MustSucceed();
        (await Shell.Run("chmod", image, ["u+w", storage])).MustSucceed();
        for (var folder = Directory.GetParent(image); IsRoot && folder!.FullName.StartsWith(Workspace.Root, StringComparison.Ordinal); folder = folder.Parent)
        {
            (await Shell.Run("chmod", image, ["a+x", folder.FullName])).MustSucceed();
        }

        if (IsRoot)
        {
            (await Shell.Run("chown", image, ["65534:65534", storage])).MustSucceed();
        }
    }
}
