using System.IO.Compression;
using System.Text.Json;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

/// <summary>The dialog of an IDE and <c>dotnet new --help</c> show the same options, in the languages of <see cref="LocalizationTests"/>.</summary>
public sealed class HostTests
{
    // An IDE restores by itself.
    private static readonly string[] OnlyTyped = ["skipRestore"];

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void The_dialog_of_an_IDE_shows_what_help_shows_in_the_same_order(string name)
    {
        var template = new TemplateSource(name);
        var dialog = template.Read("ide.host.json").GetProperty("symbolInfo").EnumerateArray().ToList();

        Assert.Equal(template.Parameters, dialog.Select(symbol => symbol.GetProperty("id").GetString()));
        Assert.Equal(template.Parameters.Except(OnlyTyped),
            dialog.Where(symbol => symbol.GetProperty("isVisible").GetBoolean()).Select(symbol => symbol.GetProperty("id").GetString()));
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void Each_option_has_a_name_to_type_and_one_to_read(string name)
    {
        var template = new TemplateSource(name);
        var console = template.Read("dotnetcli.host.json").GetProperty("symbolInfo");

        Assert.Equal(template.Parameters, console.EnumerateObject().Select(symbol => symbol.Name));
        Assert.All(console.EnumerateObject(), symbol => Assert.Matches("^[a-z]+(-[a-z]+)*$", symbol.Value.GetProperty("longName").GetString()));
        Assert.All(template.Parameters, parameter =>
        {
            var symbol = template.Symbols.GetProperty(parameter);
            Assert.All([symbol, .. Choices(symbol)], one =>
            {
                Assert.NotEqual("", one.GetProperty("displayName").GetString());
                Assert.NotEqual("", one.GetProperty("description").GetString());
            });
        });
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public async Task An_IDE_finds_the_icon_in_the_package(string name)
    {
        var icon = new TemplateSource(name).Read("ide.host.json").GetProperty("icon").GetString();
        using var package = ZipFile.OpenRead(await Pack.Nupkg);

        Assert.NotNull(package.GetEntry($"content/{name}/.template.config/{icon}"));
    }

    [Fact]
    public void Templates_stand_in_one_order()
    {
        var places = TemplateSource.All.Select(name => new TemplateSource(name).Read("ide.host.json").GetProperty("order").GetInt32()).ToList();

        Assert.Equal(places.Count, places.Distinct().Count());
    }

    private static IEnumerable<JsonElement> Choices(JsonElement symbol) =>
        symbol.TryGetProperty("choices", out var choices) ? choices.EnumerateArray() : [];
}
