using System.Diagnostics;
using Xunit.Sdk;

namespace FastApiStyle.TemplateTests.Harness;

/// <summary>How a program ended, and what it wrote to both streams.</summary>
public sealed record CommandResult(ProcessStartInfo Start, int ExitCode, string Output)
{
    public CommandResult MustSucceed() => MustExitWith(0);

    public CommandResult MustExitWith(int code) =>
        ExitCode == code ? this : throw new XunitException($"Exit code {ExitCode} instead of {code}\n{this}");

    public CommandResult MustNotWarn() =>
        Output.Contains(": warning", StringComparison.Ordinal) ? throw new XunitException($"It warns\n{this}") : this;

    public override string ToString() =>
        $"{Start.FileName} {string.Join(' ', Start.ArgumentList)}\nin {Start.WorkingDirectory}\n{Output}";
}
