using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Clients;

/// <summary>The npm of the operating system. On Debian and Ubuntu it is installed once where it may be. It brings the Node that generators want.</summary>
internal static class Npm
{
    private static readonly Lazy<string?> Found = new(() => Programs.Find("npm") ?? (Debian.Install("npm") ? Programs.Find("npm") : null));

    private const string HowToGet = "There is no npm on the PATH: install it (on Debian: apt-get install npm).";

    /// <summary>Why no test can have it, or null where one can, or must.</summary>
    public static string? WhyNot => Programs.MustBeThere || Found.Value is not null ? null : HowToGet;

    public static Task<CommandResult> Run(string folder, params string[] arguments) =>
        Shell.Run(Found.Value ?? throw new InvalidOperationException(HowToGet), folder, arguments);
}

/// <summary>A test that needs npm: skipped, with a word on how to get it, where there is none. With CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmTheoryAttribute : TheoryAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Npm.WhyNot;
        set => base.Skip = value;
    }
}

/// <summary>The same.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NpmFactAttribute : FactAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Npm.WhyNot;
        set => base.Skip = value;
    }
}
