using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Feed;

/// <summary>The packages that only some feeds have.</summary>
internal static class RealPackages
{
    public const string AuthoringTasks = "Microsoft.TemplateEngine.Authoring.Tasks";
    public const string Verify = "Verify.Xunit";

    private static readonly Lazy<Task<string>> Copied = new(CopyPack);

    /// <summary>A folder with what the pack is made of, restored.</summary>
    public static Task<string> Pack => Copied.Value;

    /// <summary>Whether the package folder or the feed has it.</summary>
    public static bool Have(string package) => package == Verify
        // Otherwise the tests were compiled with its stand-in.
        ? typeof(VerifyXunit.Verifier).Assembly != typeof(RealPackages).Assembly
        : File.ReadAllText(Path.Combine(Task.Run(() => Pack).Result, "obj", "project.assets.json")).Contains(package, StringComparison.Ordinal);

    private static async Task<string> CopyPack()
    {
        var copy = Workspace.NewFolder("-pack");
        string[] folders = ["build", "templates"];
        var files = folders
            .SelectMany(folder => Tree.FilesBelow(Path.Combine(Repository.Root, folder)).Select(file => Path.Combine(folder, file)))
            .Concat(["TemplatePack.csproj", "README.md", "LICENSE", "icon.png"]);
        foreach (var file in files)
        {
            var target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, file), target);
        }

        (await Shell.Dotnet(copy, "restore", "-nodeReuse:false")).MustSucceed();
        return copy;
    }
}

/// <summary>A test of a real package: skipped, with a word on why, where it cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealPackageFactAttribute(string package) : FactAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? (RealPackages.Have(package) ? null : $"Neither the package folder nor the feed has {package}.");
        set => base.Skip = value;
    }
}
