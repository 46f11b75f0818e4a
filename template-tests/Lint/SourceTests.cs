using System.Text;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

/// <summary>The sources of the template, file by file, and ours with them.</summary>
public sealed class SourceTests
{
    private static readonly string[] Ours = ["templates", "template-tests", "build", ".ci", ".github"];

    public static IEnumerable<(string File, byte[] Bytes)> Texts =>
        Ours.Select(folder => Path.Combine(Repository.Root, folder))
            .SelectMany(folder => Tree.FilesBelow(folder).Select(file => Path.Combine(folder, file)))
            .Concat(Directory.GetFiles(Repository.Root))
            .Where(file => Path.GetExtension(file) is not (".png" or ".ico" or ".db"))
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal) && !file.Contains(".verified.", StringComparison.Ordinal))
            .Where(file => !Path.GetFileName(file).Contains(".db-", StringComparison.Ordinal))
            .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllBytes(file)));

    [Fact]
    public void Are_UTF8_without_a_byte_order_mark()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Check((_, bytes) =>
        {
            strict.GetString(bytes);
            return !bytes.AsSpan().StartsWith("\uFEFF"u8);
        });
    }

    [Fact]
    public void End_their_lines_with_LF_alone() => Check((_, bytes) => !bytes.Contains((byte)'\r'));

    [Fact]
    public void End_with_one_newline() =>
        Check((_, bytes) => bytes.Length == 0 || (bytes[^1] == '\n' && !bytes.AsSpan().EndsWith("\n\n"u8)));

    [Fact]
    public void Have_no_tab_and_no_space_at_the_end_of_a_line() =>
        Check((_, bytes) => !Regex.IsMatch(Encoding.UTF8.GetString(bytes), "\t|[ ]+$", RegexOptions.Multiline));

    /// <summary>The template engine takes every <c>#if</c> of a C# file for its own and drops what it does not know.</summary>
    [Fact]
    public void Have_no_directive_that_the_template_engine_would_take_for_its_own()
    {
        var symbols = TemplateSource.Service.Symbols.EnumerateObject().Select(symbol => symbol.Name).ToList();
        Check((file, bytes) => !file.StartsWith("templates", StringComparison.Ordinal)
            || !file.EndsWith(".cs", StringComparison.Ordinal)
            || Regex.Matches(Encoding.UTF8.GetString(bytes), @"^\s*#(?:el)?if\s+(.*)$", RegexOptions.Multiline)
                .SelectMany(condition => Regex.Matches(condition.Groups[1].Value, @"[A-Za-z_]\w*"))
                .All(word => symbols.Contains(word.Value)));
    }

    /// <summary>The one that works in a fresh clone, where no tool is restored.</summary>
    [Fact]
    public void Add_a_migration_by_one_command()
    {
        var files = Tree.FilesBelow(Path.Combine(Repository.Root, "docs")).Select(file => Path.Combine(Repository.Root, "docs", file))
            .Concat(Texts.Select(text => Path.Combine(Repository.Root, text.File)).Where(file => !file.StartsWith(Path.Combine(Repository.Root, "template-tests"), StringComparison.Ordinal)))
            .Where(file => Path.GetExtension(file) is not ".png").ToList();

        Assert.Contains(files, file => File.ReadAllText(file).Contains("dotnet tool exec dotnet-ef migrations add ", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => Regex.IsMatch(File.ReadAllText(file), "dotnet ef |dotnet tool restore"));
    }

    private static void Check(Func<string, byte[], bool> isFine)
    {
        var texts = Texts.ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.True(isFine(text.File, text.Bytes), text.File));
    }
}
