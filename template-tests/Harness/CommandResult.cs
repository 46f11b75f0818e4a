using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>How a program ended, and what it wrote to both streams.</summary>
public sealed partial record CommandResult(ProcessStartInfo Start, int ExitCode, string Output)
{
    public CommandResult MustSucceed() => MustExitWith(0);

    public CommandResult MustExitWith(int code) =>
        ExitCode == code ? this : throw new XunitException($"Exit code {ExitCode} instead of {code}\n{this}");

    /// <summary>Checks what it wrote, all of which a failure shows.</summary>
    public CommandResult MustSay(string pattern) =>
        Regex.IsMatch(Output, pattern) ? this : throw new XunitException($"It does not say {pattern}\n{this}");

    public CommandResult MustNotWarn() => Warning().IsMatch(Output) ? throw new XunitException($"It warns\n{this}") : this;

    public override string ToString() =>
        $"{Start.FileName} {string.Join(' ', Start.ArgumentList)}\nin {Start.WorkingDirectory}\n{Output}";

    // What the package feed of the machine lacks, or does not answer, is no fault of what is built.
    [GeneratedRegex(": warning (?!NU1603|NU190[0-4])")]
    private static partial Regex Warning();
}
