using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>The kubectl of the operating system. On Debian and Ubuntu it is installed once where it may be.</summary>
internal static class Kubectl
{
    private static readonly Lazy<string?> Found = new(() =>
        Programs.Find("kubectl") ?? (Debian.Install("kubernetes-client") ? Programs.Find("kubectl") : null));

    private const string HowToGet = "There is no kubectl on the PATH: install it (on Debian: apt-get install kubernetes-client).";

    /// <summary>Why no test can have it, or null where one can, or must.</summary>
    public static string? WhyNot => Programs.MustBeThere || Found.Value is not null ? null : HowToGet;

    public static Task<CommandResult> Run(string folder, params string[] arguments) =>
        Shell.Run(Found.Value ?? throw new InvalidOperationException(HowToGet), folder, arguments);
}

/// <summary>A test that needs kubectl, and no cluster: skipped, with a word on how to get it, where there is none. With CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlFactAttribute : FactAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Kubectl.WhyNot;
        set => base.Skip = value;
    }
}
