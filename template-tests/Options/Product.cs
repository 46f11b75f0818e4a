using System.Collections.Concurrent;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>Every combination of options that share files, made and read once for all tests.</summary>
internal sealed record Product(Combination Combination, IReadOnlyList<string> Seams, IReadOnlyList<(string Source, string Target)> Files)
{
    // Only the solution and the README tell how the library comes, and of the options only the tests have a say in that, too.
    private static readonly IReadOnlyList<Combination> Distinct =
        [.. Combinations.All.Where(made => made["platform"] == "package").Union(Combinations.Product("platform", "tests")).Union(Combinations.WithAdditions)];

    private static readonly Lazy<Task<IReadOnlyCollection<Product>>> Shared = new(MakeAll);

    public static Task<IReadOnlyCollection<Product>> All => Shared.Value;

    private static async Task<IReadOnlyCollection<Product>> MakeAll()
    {
        var products = new ConcurrentBag<Product>();
        await Parallel.ForEachAsync(Distinct, async (combination, _) => products.Add(await Make(combination)));
        return products;
    }

    private static async Task<Product> Make(Combination combination)
    {
        var (scaffold, files) = await Engine.Default.CreateAndTell(combination);
        var seams = Options.Seams.Of(scaffold, combination);
        Directory.Delete(scaffold.Folder, recursive: true);
        return new(combination, seams, files);
    }
}
