using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Clients;

/// <summary>One running service, and beside its document what makes clients of it.</summary>
public sealed class ClientFolder : IAsyncLifetime
{
    private readonly RunningService service = new();
    private readonly string folder = Workspace.NewFolder("-clients");
    private readonly Lazy<Task> tools;
    private readonly Lazy<Task> packages;

    public ClientFolder()
    {
        tools = new(async () => (await Shell.Dotnet(CSharp, "tool", "restore")).MustSucceed());
        packages = new(async () => (await Npm.Run(TypeScript, "ci", "--prefer-offline")).MustSucceed());
    }

    public string TypeScript => Path.Combine(folder, "TypeScript");

    private string CSharp => Path.Combine(folder, "CSharp");

    public async Task InitializeAsync()
    {
        await service.InitializeAsync();
        Tree.Copy(Path.Combine(Repository.Root, "template-tests", "Clients"), folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), await service.Client.GetStringAsync("/openapi.json"));
    }

    public Task DisposeAsync() => service.DisposeAsync();

    /// <summary>Runs a tool of .NET.</summary>
    public async Task Generate(string tool, params string[] arguments)
    {
        await tools.Value;

        // Kiota asks GitHub for its newest version otherwise.
        var offline = new Dictionary<string, string> { ["KIOTA_OFFLINE_ENABLED"] = "true" };
        (await Shell.Run("dotnet", CSharp, [tool, .. arguments], offline)).MustSucceed();
    }

    /// <summary>Compiles a client and takes it on its journey.</summary>
    public async Task Travel(string project) =>
        (await Shell.Dotnet(CSharp, "run", "--project", project, "--", $"{service.Process.Address}")).MustSucceed();

    /// <summary>Runs a script of package.json against the service, which does all of it.</summary>
    public Task RunScriptOnService(string name) => RunScript(name, $"{service.Process.Address}".TrimEnd('/'));

    public async Task RunScript(string name, params string[] arguments)
    {
        await packages.Value;
        (await Npm.Run(TypeScript, ["run", name, "--", .. arguments])).MustSucceed();
    }
}
