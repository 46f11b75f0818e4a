using Microsoft.TemplateEngine.Abstractions;
using Microsoft.TemplateEngine.Abstractions.Components;
using Microsoft.TemplateEngine.Abstractions.TemplatePackage;
using Microsoft.TemplateEngine.Edge;
using Microsoft.TemplateEngine.Edge.Settings;
using Microsoft.TemplateEngine.Edge.Template;
using Xunit.Sdk;
using Generator = Microsoft.TemplateEngine.Orchestrator.RunnableProjects.Components;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>
/// The engine of <c>dotnet new</c>, from the SDK, in this process: for what is made hundreds of times. It reads a template
/// where its source stands.
/// </summary>
internal sealed class Engine : IDisposable
{
    private static readonly Lazy<Engine> Shared = new(() => new(Repository.Template));

    private readonly EngineEnvironmentSettings settings;
    private readonly TemplatePackageManager packages;
    private readonly Lazy<Task<ITemplateInfo>> template;

    /// <param name="folder">Where the template stands.</param>
    /// <param name="project">The properties of the project around what it makes, which <c>bind</c> asks for.</param>
    public Engine(string folder, IReadOnlyDictionary<string, string>? project = null)
    {
        // Without what finds the templates that the user has installed.
        var components = Components.AllComponents.Concat(Generator.AllComponents)
            .Where(component => component.Type != typeof(ITemplatePackageProviderFactory));
        var host = new DefaultTemplateEngineHost("template-tests", "1.0.0", [], [.. components]);
        settings = new EngineEnvironmentSettings(host, virtualizeSettings: true);
        settings.Components.AddComponent(typeof(ITemplatePackageProviderFactory), new Source(folder));
        settings.Components.AddComponent(typeof(IBindSymbolSource), new Project(project ?? new Dictionary<string, string>()));
        packages = new TemplatePackageManager(settings);
        template = new(async () => Assert.Single(await packages.GetTemplatesAsync(default)));
    }

    public static Engine Default => Shared.Value;

    public async Task<Scaffold> Create(Combination combination, string name = "Shop") => (await CreateAndTell(combination, name)).Scaffold;

    /// <summary>Makes a scaffold, and tells of each of its files where it comes from and where it goes.</summary>
    public async Task<(Scaffold Scaffold, IReadOnlyList<(string Source, string Target)> Files)> CreateAndTell(
        Combination combination, string name = "Shop")
    {
        var scaffold = Scaffold.At(Path.Combine(Workspace.NewFolder(), name));
        return (scaffold, await Instantiate(name, scaffold.Folder, combination.Values.ToDictionary(value => value.Key, value => (string?)value.Value)));
    }

    /// <summary>Makes what the template makes, in a folder.</summary>
    public async Task<IReadOnlyList<(string Source, string Target)>> Instantiate(string name, string folder, IReadOnlyDictionary<string, string?> options)
    {
        var result = await new TemplateCreator(settings).InstantiateAsync(await template.Value, name, name, folder, options);
        return result.Status == CreationResultStatus.Success
            ? [.. ((ICreationEffects2)result.CreationEffects!).FileChanges.Select(file => (file.SourceRelativePath, file.TargetRelativePath))]
            : throw new XunitException($"{name} {string.Join(' ', options)}: {result.Status}: {result.ErrorMessage}");
    }

    public void Dispose()
    {
        packages.Dispose();
        settings.Dispose();
    }

    private sealed class Source(string folder) : ITemplatePackageProviderFactory, ITemplatePackageProvider
    {
        public event Action? TemplatePackagesChanged
        {
            add { }
            remove { }
        }

        public Guid Id { get; } = Guid.NewGuid();

        public string DisplayName => "template-tests";

        public ITemplatePackageProviderFactory Factory => this;

        public ITemplatePackageProvider CreateProvider(IEngineEnvironmentSettings settings) => this;

        public Task<IReadOnlyList<ITemplatePackage>> GetAllTemplatePackagesAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ITemplatePackage>>([new TemplatePackage(this, folder, DateTime.UnixEpoch)]);
    }

    private sealed class Project(IReadOnlyDictionary<string, string> properties) : IBindSymbolSource
    {
        public Guid Id { get; } = Guid.NewGuid();

        public int Priority => 0;

        public string DisplayName => "template-tests";

        public string? SourcePrefix => "msbuild";

        public bool RequiresPrefixMatch => true;

        public Task<string?> GetBoundValueAsync(IEngineEnvironmentSettings settings, string bindname, CancellationToken cancellationToken) =>
            Task.FromResult(properties.GetValueOrDefault(bindname));
    }
}
