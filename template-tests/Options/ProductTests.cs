using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

public sealed class ProductTests
{
    [Fact]
    public void There_are_as_many_combinations_as_the_documentation_says()
    {
        Assert.Equal(2 * 576, Combinations.All.Count);
        Assert.Equal(2 * 576, Combinations.All.Select(combination => combination.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task Every_combination_of_options_gives_a_scaffold_without_a_seam()
    {
        var seams = (await Product.All).SelectMany(product => product.Seams.Select(seam => (Seam: seam, Where: product.Combination))).ToList();

        Assert.True(seams.Count == 0, string.Join('\n', seams.GroupBy(found => found.Seam)
            .Select(found => $"{found.Key}\n    in {found.Count()} combinations, such as {found.First().Where}").Order()));
    }

    [Fact]
    public async Task The_engine_of_these_tests_makes_what_dotnet_new_makes()
    {
        var combination = Combinations.WithAdditions[^1];
        var here = await Engine.Default.Create(combination);
        var there = await Scaffold.Create("Shop", ["--no-restore", .. combination.Arguments]);

        Assert.Equal(there.Files(), here.Files());
        Assert.All(there.Files(), file => Assert.Equal(there.Read(file), here.Read(file)));
    }
}
