using FastApiStyle.TemplateTests.Harness;
using Microsoft.Playwright;

namespace FastApiStyle.TemplateTests.Browser;

/// <summary>The Chromium of the operating system. On Debian and Ubuntu it is installed once where it may be.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // What would let the browser ask other hosts by itself, or need what a container does not have.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<string?> Found = new(() => Find() ?? (Debian.Install("chromium") ? Find() : null));

    private const string HowToGet =
        "There is no Chromium on the PATH: install it (on Debian: apt-get install chromium), or name it in CHROMIUM_PATH.";

    /// <summary>Why no test can have a browser, or null where one can, or must.</summary>
    public static string? WhyNot => Programs.MustBeThere || Found.Value is not null ? null : HowToGet;

    public static async Task<IBrowser> Launch(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Found.Value ?? throw new InvalidOperationException(HowToGet),
        Args = Arguments,
    });

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : Programs.Find(Names);
}

/// <summary>A test in a browser: skipped, with a word on how to get one, where there is none. With CI=true it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Chromium.WhyNot;
        set => base.Skip = value;
    }
}

/// <summary>The same with arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public override string? Skip
    {
        get => base.Skip ?? Chromium.WhyNot;
        set => base.Skip = value;
    }
}
