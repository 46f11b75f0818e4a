using FastApiStyle.Validation;
using FastApiStyle.TemplateTests.Library.Validation.Compiled;

namespace FastApiStyle.TemplateTests.Library.Validation;

/// <summary>The rule accepts what the pattern accepts that stands in the document.</summary>
public sealed class EmailAddressTests
{
    private static readonly string[] Pieces =
    [
        .. Enumerable.Range(0, 0xA2).Select(unit => $"{(char)unit}"),
        "@", "@", "@", "@", ".", ".", ".", ".", "-", "-", "_", "a", "b", "é", "\U0001F600", "\uD83D", "\uDE00", "a@b.cd", "x.y", "@a-b.c-d", "\n",
    ];

    [Fact]
    public void An_address_is_one_by_its_pattern_and_by_its_rule()
    {
        var pattern = EcmaPattern.Compile(new EmailRule<object>().Expression);
        var random = new Random(16);
        var accepted = 0;
        for (var i = 0; i < 40 * Values.Count; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(random.Next(4) == 0 ? 0 : 0xA2, Pieces.Length)]));

            accepted += pattern.IsMatch(text) ? 1 : 0;
            Assert.True(pattern.IsMatch(text) == EmailAddress.Is(text), text);
        }
        Assert.InRange(accepted, 1000, 39 * Values.Count);
    }

    [Theory]
    [InlineData(64, 63, true)]
    [InlineData(65, 63, false)]
    [InlineData(64, 64, false)]
    public void Its_parts_are_as_long_as_they_may_be(int local, int label, bool accepts)
    {
        foreach (var letter in new[] { "a", "\U0001F600" })
        {
            var text = $"{Repeat(letter, local)}@{Repeat(letter, label)}.{Repeat(letter, label)}";

            Assert.Equal(accepts, EcmaPattern.Compile(new EmailRule<object>().Expression).IsMatch(text));
            Assert.Equal(accepts, EmailAddress.Is(text));
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
