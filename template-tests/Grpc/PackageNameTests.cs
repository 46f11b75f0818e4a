using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;

namespace FastApiStyle.TemplateTests.Grpc;

public sealed partial class PackageNameTests
{
    [Theory]
    [InlineData("Shop", "shop.v1")]
    [InlineData("my-api", "my_api.v1")]
    [InlineData("1st.2nd", "n1st.n2nd.v1")]
    [InlineData("My Shop", "my_shop.v1")]
    [InlineData("日本語.Api", "api.v1")]
    [InlineData("日本語", "service.v1")]
    [InlineData("class", "class.v1")]
    public async Task A_name_has_a_plain_form_in_the_proto(string name, string expected)
    {
        var scaffold = await Engine.Default.Create(Combinations.Default.With("grpc", "true"), name);

        Assert.Equal([expected], scaffold.Files().Where(file => file.EndsWith(".proto", StringComparison.Ordinal))
            .Select(file => Package().Match(scaffold.Read(file)).Groups[1].Value).Distinct());
    }

    [GeneratedRegex("^package (.+);$", RegexOptions.Multiline)]
    private static partial Regex Package();
}
