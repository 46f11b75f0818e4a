using System.Text;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Options;

public sealed class ChangeTests
{
    [Fact]
    public async Task Each_value_changes_this_and_nothing_else_against_the_default()
    {
        var original = await Engine.Default.Create(Combinations.Default);
        var text = new StringBuilder();
        foreach (var (option, values) in Combinations.Options)
        {
            foreach (var value in values.Skip(1))
            {
                var changed = await Engine.Default.Create(Combinations.Default.With(option, value));
                text.AppendLine($"--{option} {value}");
                text.AppendJoin('\n', Changes(original, changed).Select(change => $"    {change}")).AppendLine("\n");
            }
        }

        await Verify(text.ToString().TrimEnd());
    }

    internal static IEnumerable<string> Changes(Scaffold original, Scaffold changed) =>
        from file in original.Files().Union(changed.Files()).Order(StringComparer.Ordinal)
        let change = Change(file, Lines(original, file), Lines(changed, file))
        where change is not null
        select change;

    private static string? Change(string file, string[]? before, string[]? after) =>
        before is null ? $"+ {file}"
        : after is null ? $"- {file}"
        : before.SequenceEqual(after) ? null
        : $"~ {file} (+{Surplus(after, before)} −{Surplus(before, after)})";

    private static string[]? Lines(Scaffold scaffold, string file) =>
        File.Exists(Path.Combine(scaffold.Folder, file)) ? scaffold.Read(file).Split('\n') : null;

    /// <summary>How many lines one text has that the other lacks, wherever they stand.</summary>
    private static int Surplus(string[] one, string[] other)
    {
        var there = other.CountBy(line => line).ToDictionary();
        return one.CountBy(line => line).Sum(line => Math.Max(0, line.Value - there.GetValueOrDefault(line.Key)));
    }
}
