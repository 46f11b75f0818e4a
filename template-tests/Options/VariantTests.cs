using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>Files of .variants stand in for files of the default scaffold, which change without them. They must keep up.</summary>
public sealed partial class VariantTests
{
    private const string Service = "src/FastApi-Service/";

    [Fact]
    public void Every_source_is_there()
    {
        var sources = TemplateJson.Root.GetProperty("sources").EnumerateArray()
            .Where(source => source.TryGetProperty("source", out _)).Select(source => source.GetProperty("source").GetString()!).ToList();
        var files = Tree.FilesBelow(Path.Combine(Repository.Template, ".variants"));

        Assert.All(sources, source => Assert.NotEmpty(Tree.FilesBelow(Path.Combine(Repository.Template, source))));
        Assert.All(files, file => Assert.Contains(sources, source => $"./.variants/{file}".StartsWith(source, StringComparison.Ordinal)));
    }

    /// <summary>Of two sources of one file the engine takes the later, without a word.</summary>
    [Fact]
    public async Task Every_file_comes_from_one_source_and_every_variant_is_used()
    {
        var products = await Product.All;
        var twice = products
            .SelectMany(product => product.Files.GroupBy(file => file.Target).Where(file => file.Count() > 1))
            .Select(file => $"{file.Key}: {string.Join(" and ", file.Select(one => one.Source))}").Distinct();
        var used = products.SelectMany(product => product.Files).Select(file => file.Source).ToHashSet();

        Assert.Empty(twice);
        Assert.Empty(Tree.FilesBelow(Path.Combine(Repository.Template, ".variants")).Select(file => $"./.variants/{file}").Except(used));
    }

    [Fact]
    public void The_sample_without_authentication_is_the_sample_with_nothing_but_that_taken_out()
    {
        const string file = Service + "Features/Items/ItemsFeature.cs";
        var expected = Read(file).Replace(".RequireAuthorization()", "").Split('\n').ToList();
        var actual = Read($".variants/auth/none/{file}").Split('\n').ToList();

        // The words on who may change what go, too.
        Assert.All(actual.Except(expected), line => Assert.StartsWith("///", line));
        Assert.All(expected.Except(actual), line => Assert.Matches("^///|Unauthorized|^using Microsoft.AspNetCore.Authorization", line));
        Assert.DoesNotContain("Authoriz", string.Concat(actual));
    }

    [Fact]
    public void The_sample_over_gRPC_without_authentication_is_the_sample_with_nothing_but_that_taken_out()
    {
        const string file = Service + "Features/Items/ItemsRpc.cs";

        Assert.Equal(
            Read($".variants/grpc/items-auth/{file}").Split('\n').Where(line => !line.Contains("Authoriz", StringComparison.Ordinal)),
            Read($".variants/grpc/items-open/{file}").Split('\n'));
    }

    [Theory]
    [InlineData("Features/Items/ItemService.cs")]
    [InlineData("Features/Users/UserService.cs")]
    public void A_service_without_a_database_has_the_members_of_the_one_with_it(string file) =>
        Assert.Equal(Members(Read(Service + file)), Members(Read($".variants/database/none/{Service}{file}")));

    [Fact]
    public void Variants_of_the_database_have_the_extensions_that_features_call()
    {
        Assert.Equal(
            Members(Read($"{Service}Data/Search.cs")),
            Members(Read($".variants/database/postgres/{Service}Data/Search.cs")));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Template, file));

    internal static IEnumerable<string> Members(string text) =>
        Member().Matches(text).Select(match => match.Value.Replace("async ", "")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<=^    )(public|internal) [^=;{(]+\([^)]*\)", RegexOptions.Multiline)]
    private static partial Regex Member();
}
