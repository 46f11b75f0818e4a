using System.Text.Json;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

public sealed class LocalizationTests
{
    private static readonly string[] Translated = ["de", "es", "fr", "ja", "ko", "zh-Hans"];

    public static IEnumerable<object[]> Languages =>
        from name in TemplateSource.All
        from language in Translated
        select new object[] { name, language };

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_exactly_the_strings_of_the_English_template(string name, string language)
    {
        var template = new TemplateSource(name);
        var strings = template.Read($"localize/templatestrings.{language}.json");
        var keys = strings.EnumerateObject().Select(text => text.Name);
        Assert.Equal(English(template).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        Assert.All(strings.EnumerateObject(), text => Assert.NotEqual("", text.Value.GetString()!.Trim()));
    }

    [Theory]
    [MemberData(nameof(TemplateSource.Names), MemberType = typeof(TemplateSource))]
    public void Each_template_speaks_the_same_languages(string name) => Assert.Equal(
        Translated.Select(language => $"templatestrings.{language}.json"),
        Tree.FilesBelow(Path.Combine(new TemplateSource(name).Config, "localize")));

    private static IEnumerable<string> English(TemplateSource template)
    {
        foreach (var key in Texts(template.Root, "author", "name", "description"))
        {
            yield return key;
        }

        foreach (var symbol in template.Symbols.EnumerateObject())
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

        foreach (var action in Members(template.Root, "postActions"))
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
