using System.Globalization;

namespace FastApiStyle.TemplateTests.Library.Preconditions;

/// <summary>A tag is made of what a version is made of, and of nothing else.</summary>
public sealed class EntityTagTests
{
    public static TheoryData<object?[], string> Each => new()
    {
        { [7], "\"7\"" },
        { [7u, "en"], "\"7:en\"" },
        { [new byte[] { 0, 0, 0x1f, 0xd2 }], "\"00001fd2\"" },
        { [1.5m], "\"1.5\"" },
        { [null], "\"\"" },
        { ["a:b", "c"], "\"a%3Ab:c\"" },
        { ["a", "b:c"], "\"a:b%3Ac\"" },
        { ["say \"ä\","], "\"say%20%22%C3%A4%22%2C\"" },
        { [new Guid("0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f")], "\"0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f\"" },
    };

    [Theory]
    [MemberData(nameof(Each))]
    public void It_names_what_it_is_made_of(object?[] parts, string tag)
    {
        Assert.Equal(tag, $"{EntityTag.Of(parts)}");
        Assert.Equal($"W/{tag}", $"{EntityTag.Weak(parts)}");
    }

    [Fact]
    public void It_is_the_same_in_every_language_and_time_zone()
    {
        var time = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE") { NumberFormat = { NumberDecimalSeparator = "," } };

            Assert.Equal("\"1.5\"", $"{EntityTag.Of(1.5)}");
            Assert.Equal($"{EntityTag.Of(time)}", $"{EntityTag.Of(time.ToUniversalTime())}");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
