namespace FastApiStyle.TemplateTests.Harness;

/// <summary>A solution that <c>dotnet new fastapi-style</c> made.</summary>
public sealed class Scaffold
{
    private static readonly Lazy<Task<Scaffold>> Unbuilt = new(() => Create("Shop", ["--no-restore"]));
    private static readonly Lazy<Task<Scaffold>> Shared = new(CreateAndBuild);

    private Scaffold(string name, string folder) => (Name, Folder) = (name, folder);

    /// <summary>The files of a default scaffold, named Shop, as they come: nothing restored or built. Do not change it.</summary>
    public static Task<Scaffold> Fresh => Unbuilt.Value;

    /// <summary>A default scaffold, named Shop, built once for all tests. Do not change its files.</summary>
    public static Task<Scaffold> Built => Shared.Value;

    public string Name { get; }

    public string Folder { get; }

    public string ServiceProject => Path.Combine(Folder, "src", Name);

    public string ServiceOutput => Path.Combine(ServiceProject, "bin", "Debug", "net10.0");

    public string ServiceDll => Path.Combine(ServiceOutput, $"{Name}.dll");

    public string TestDll => Path.Combine(Folder, "tests", $"{Name}.Tests", "bin", "Debug", "net10.0", $"{Name}.Tests.dll");

    public static async Task<Scaffold> Create(string name, string[]? options = null, string? parent = null)
    {
        parent ??= options?.Contains("package") == true
            ? await LibraryPackages.NewFolder()
            : Workspace.NewFolder();
        var hive = await Hive.Default;
        var made = await hive.New(parent, ["fastapi-style", "-n", name, .. options ?? []]);
        made.MustSucceed();
        Assert.DoesNotContain("Restore failed", made.Output);
        return new Scaffold(name, Path.Combine(parent, name));
    }

    /// <summary>One that stands in a folder of its name.</summary>
    public static Scaffold At(string folder) => new(Path.GetFileName(folder), folder);

    /// <summary>Every file that the template wrote, as paths with / from the scaffold's folder, in ordinal order.</summary>
    public IReadOnlyList<string> Files() => Tree.FilesBelow(Folder);

    /// <summary>Those that are the owner's to change: all but the library.</summary>
    public IReadOnlyList<string> OwnFiles() => [.. Files().Where(file => !file.StartsWith("platform/", StringComparison.Ordinal))];

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public async Task<CommandResult> Build() =>
        (await Shell.Dotnet(Folder, "build", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true")).MustSucceed().MustNotWarn();

    /// <summary>Builds with warnings as errors and runs the scaffold's own tests.</summary>
    public async Task<CommandResult> Test(IReadOnlyDictionary<string, string>? environment = null)
    {
        var result = await Shell.Run("dotnet", Folder, ["test", "-nodeReuse:false", "-p:TreatWarningsAsErrors=true"], environment);
        return result.MustSucceed().MustNotWarn().MustSay(@"Passed!\s+- Failed:\s+0, Passed:\s+[1-9]");
    }

    /// <summary>Adds a feature as its owner does.</summary>
    public async Task<CommandResult> AddFeature(string name, string? plural = null) => (await (await Hive.Default).New(
        Folder, ["fastapi-feature", "-n", name, "-o", $"src/{Name}", .. plural is null ? (string[])[] : ["--plural", plural]])).MustSucceed();

    /// <summary>Adds a migration as its owner does.</summary>
    public async Task AddMigration(string name) => (await Shell.Dotnet(
        Folder, "tool", "exec", "dotnet-ef", "migrations", "add", name, "--project", $"src/{Name}", "--output-dir", "Data/Migrations")).MustSucceed();

    /// <summary>Adds features, each a file of a folder of these tests, to the service.</summary>
    public void AddFeatures(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "template-tests", folder), "*.cs"))
        {
            var feature = Path.GetFileNameWithoutExtension(file).Replace("Feature", "");
            var target = Directory.CreateDirectory(Path.Combine(ServiceProject, "Features", feature));
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>Adds a test, a file of these tests, to those of the scaffold.</summary>
    public void AddTest(string file) =>
        File.Copy(Path.Combine(Repository.Root, "template-tests", file), Path.Combine(Folder, "tests", $"{Name}.Tests", Path.GetFileName(file)));

    public Task<ServiceProcess> Start(
        IReadOnlyDictionary<string, string>? environment = null, params string[] arguments) =>
        ServiceProcess.Start(this, environment, arguments);

    private static async Task<Scaffold> CreateAndBuild()
    {
        var scaffold = await Create("Shop");
        await scaffold.Build();
        return scaffold;
    }
}
