using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Names;

public sealed class ImageNameTests
{
    [Theory]
    [InlineData("Shop", "shop")]
    [InlineData("My.Shop Api", "my-shop-api")]
    [InlineData("日本語.Api", "api")]
    [InlineData("日本語", "service")]
    public async Task The_image_has_a_name_that_docker_takes(string name, string image)
    {
        var scaffold = await Scaffold.Create(name, ["--no-restore"]);
        Assert.Equal(image, Regex.Match(scaffold.Read("README.md"), "docker build --tag ([^ ]+) ").Groups[1].Value);
    }
}
