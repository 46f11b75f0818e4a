namespace FastApiStyle.TemplateTests.Harness;

/// <summary>The package as users get it, made once for all tests.</summary>
public static class Pack
{
    private static readonly Lazy<Task<string>> Made = new(Make);

    public static Task<string> Nupkg => Made.Value;

    private static async Task<string> Make()
    {
        var folder = Workspace.NewFolder("-package");
        var packed = await Shell.Dotnet(Repository.Root, "pack", "TemplatePack.csproj", "-o", folder, "-nodeReuse:false");
        packed.MustSucceed().MustNotWarn();
        return Assert.Single(Directory.GetFiles(folder, "*.nupkg"));
    }
}
