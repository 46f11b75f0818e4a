using System.Runtime.CompilerServices;

namespace FastApiStyle.TemplateTests;

/// <summary>
/// Verify replaces the folders of the machine in what it compares: where <c>/tmp</c> is the temporary folder, the same text
/// would be another one. Ours are paths of containers, the same everywhere.
/// </summary>
internal static class MachineFolders
{
    [ModuleInitializer]
    internal static void AreNotReplaced()
    {
        VerifierSettings.DontScrubUserProfile();

        // For this one Verify has no switch. It asks for the folder once, here, and gets one that no text names.
        const string variable = "TMPDIR";
        var folder = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, Harness.Workspace.Root);
        VerifierSettings.AssignTargetAssembly(typeof(MachineFolders).Assembly);
        Environment.SetEnvironmentVariable(variable, folder);
    }
}
