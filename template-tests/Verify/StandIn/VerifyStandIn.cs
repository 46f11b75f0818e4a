using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>The few members of Verify.Xunit that the tests use, for package feeds that lack it.</summary>
public static class Verifier
{
    public static async Task Verify(
        string target,
        string extension = "txt",
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var prefix = Path.Combine(
            Path.GetDirectoryName(sourceFile)!,
            $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        var verified = $"{prefix}.verified.{extension}";
        var received = $"{prefix}.received.{extension}";
        var actual = target.ReplaceLineEndings("\n");
        var expected = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : null;
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, new UTF8Encoding(false));
        var what = expected is null ? "There is no snapshot yet" : "The snapshot differs";
        throw new XunitException(
            $"{what}. Where the new text is right, rename {Path.GetFileName(received)} to {Path.GetFileName(verified)}.\n"
            + Differences.Between(expected ?? "", actual));
    }
}
