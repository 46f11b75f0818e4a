using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Lint;

public sealed class OutputTests
{
    [Theory]
    [InlineData("FastApi-Service")]
    [InlineData("FastApi_Service")]
    [InlineData("FastApi&#45;Service")]
    [InlineData("FastApiService")]
    [InlineData("fastapi-service-image")]
    public async Task Nothing_is_left_of_us(string word)
    {
        var scaffold = await Scaffold.Fresh;
        // That file says where the scaffold comes from.
        Assert.All(scaffold.OwnFiles().Where(file => file != ".fastapi-style.json"), file =>
        {
            Assert.DoesNotContain(word, file, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, scaffold.Read(file), StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task No_condition_of_the_template_is_left()
    {
        var scaffold = await Scaffold.Fresh;
        const string condition = @"^\s*(//+|<!--|@\*|#|REM )?\s*#(if|elseif|elif|else|endif)\b|[/#<!-]-?[-+:]cnd:|:noEmit";
        Assert.All(scaffold.OwnFiles(), file => Assert.DoesNotMatch(new Regex(condition, RegexOptions.Multiline), scaffold.Read(file)));
    }

    [Fact]
    public async Task Each_project_that_the_solution_names_is_there()
    {
        var scaffold = await Scaffold.Fresh;
        var projects = Regex.Matches(scaffold.Read("Shop.slnx"), "Path=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(scaffold.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)), projects.Order(StringComparer.Ordinal));
    }
}
