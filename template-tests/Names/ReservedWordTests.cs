using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using static VerifyXunit.Verifier;

namespace FastApiStyle.TemplateTests.Names;

/// <summary>
/// A namespace hides a type of the same name from the code below it, so a name of which a segment is such a type gets an
/// underscore there. The template lists these types; here the code of the scaffold says which they are.
/// </summary>
public sealed partial class ReservedWordTests
{
    [Fact]
    public async Task Each_type_that_the_scaffold_uses_may_be_a_part_of_a_name()
    {
        var listed = Listed("escapeTypes");
        var used = TypeNames.UsedBy(await Scaffold.Built);
        Assert.NotEmpty(used);
        var whole = used.Union(listed).Order(StringComparer.Ordinal);
        Assert.True(!used.Except(listed).Any(), $"escapeTypes in template.json must list {string.Join('|', whole)}");
    }

    [Fact]
    public async Task Each_keyword_may_be_a_part_of_a_name() => await Verify(string.Join('\n', Listed("escapeKeywords")));

    [Fact]
    public async Task Each_package_that_the_scaffold_uses_may_be_a_name()
    {
        var scaffold = await Scaffold.Built;
        using var assets = JsonDocument.Parse(scaffold.Read("tests/Shop.Tests/obj/project.assets.json"));
        var packages = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Split('/')[0])
            .ToList();
        var ownName = TemplateJson.Symbols.GetProperty("ownAssemblyName").GetProperty("parameters").GetProperty("pattern").GetString()!;
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Matches(ownName, package));
    }

    private static string[] Listed(string form)
    {
        var pattern = TemplateJson.Root.GetProperty("forms").GetProperty(form).GetProperty("pattern").GetString()!;
        return Alternatives().Match(pattern).Groups[1].Value.Split('|');
    }

    [GeneratedRegex(@"\(\?=\(\?:([^)]+)\)")]
    private static partial Regex Alternatives();
}
