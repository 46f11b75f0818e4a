using System.Text.Json;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

public sealed class LocalizationTests
{
    public static TheoryData<string> Languages =>
        [.. Directory.GetFiles(Path.Combine(Repository.TemplateConfig, "localize")).Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_exactly_the_strings_of_the_English_template(string file)
    {
        var strings = TemplateJson.Read($"localize/{file}");
        var keys = strings.EnumerateObject().Select(text => text.Name);
        Assert.Equal(English().Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.All(strings.EnumerateObject(), text => Assert.NotEqual("", text.Value.GetString()!.Trim()));
    }

    [Fact]
    public void There_are_translations() => Assert.NotEmpty(Languages);

    private static IEnumerable<string> English()
    {
        foreach (var key in Texts(TemplateJson.Root, "author", "name", "description"))
        {
            yield return key;
        }

        foreach (var symbol in TemplateJson.Symbols.EnumerateObject())
        {
            foreach (var key in Texts(symbol.Value, "displayName", "description"))
            {
                yield return $"symbols/{symbol.Name}/{key}";
            }

            foreach (var choice in Members(symbol.Value, "choices"))
            {
                foreach (var key in Texts(choice, "displayName", "description"))
                {
                    yield return $"symbols/{symbol.Name}/choices/{choice.GetProperty("choice").GetString()}/{key}";
                }
            }
        }

        foreach (var action in Members(TemplateJson.Root, "postActions"))
        {
            var id = action.GetProperty("id").GetString();
            yield return $"postActions/{id}/description";
            foreach (var manual in Members(action, "manualInstructions"))
            {
                yield return $"postActions/{id}/manualInstructions/{manual.GetProperty("id").GetString()}/text";
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, params string[] names) =>
        names.Where(name => element.TryGetProperty(name, out _));

    private static IEnumerable<JsonElement> Members(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];
}
