using System.ComponentModel;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Guides;

/// <summary>A test that is skipped where there is no python3.</summary>
internal sealed class PythonFact : FactAttribute
{
    private static readonly Lazy<bool> Found = new(() =>
    {
        try
        {
            return Run("--version").GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public override string? Skip
    {
        get => base.Skip ?? (Found.Value ? null : "It reads Python: apt-get install python3.");
        set => base.Skip = value;
    }

    public static Task<CommandResult> Run(params string[] arguments) => Shell.Run("python3", Path.GetTempPath(), arguments);
}
