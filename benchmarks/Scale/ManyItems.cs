using System.Globalization;
using System.Text.Json.Nodes;
using FastApiStyle.Benchmarks.Comparison;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>A thousand validated items in one body, beside ten of them, and beside the peers.</summary>
internal static class ManyItems
{
    public static async Task<bool> MeasureAsync(CancellationToken cancellation)
    {
        await Debian.NeedAsync("wrk", "wrk", cancellation);
        var (few, many, wrong) = (await WriteAsync(10, cancellation), await WriteAsync(1000, cancellation), await WriteAsync(1000, cancellation, lastName: ""));
        var peers = (await Peers.PublishAsync(cancellation)).Where(peer => !peer.IsVariant)
            .Select(peer => peer with { Operations = [few, many] }).ToList();
        using var core = Machine.TakeClientCore();
        var rates = await Turns.MeasureAsync(peers, cancellation, ready: async (peer, server) =>
        {
            // Bare Kestrel alone validates nothing.
            if (peer.Name != Peer.Bare)
            {
                await Load.RunAsync(server, wrong, seconds: 1, cancellation);
            }
        });

        Console.WriteLine();
        Console.WriteLine("| items per second | 10 in a body | 1,000 |");
        Console.WriteLine("| --- | --: | --: |");
        foreach (var peer in peers)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {peer.Name} | {10 * Ratio.Of(rates[(peer.Name, few)]).Median:#,0} | {1000 * Ratio.Of(rates[(peer.Name, many)]).Median:#,0} |"));
        }
        var report = new Report("scaffold: 1,000 items");
        report.AtLeast(1, "linear: items per second ÷ those of bodies of ten", Ratio.Of(
            rates[(Peer.Scaffold, many)].Select(rate => rate * 1000), rates[(Peer.Scaffold, few)].Select(rate => rate * 10)));
        foreach (var peer in peers.Where(peer => peer.Name != Peer.Scaffold))
        {
            report.Show($"÷ {peer.Name}", Ratio.Of(rates[(Peer.Scaffold, many)], rates[(peer.Name, many)]));
        }
        return report.Close();
    }

    /// <summary>A body of so many items, each as the one of the comparison, under another name.</summary>
    private static async Task<Operation> WriteAsync(int count, CancellationToken cancellation, string? lastName = null)
    {
        var item = JsonNode.Parse(await File.ReadAllTextAsync(Folders.Source("item.json"), cancellation))!;
        var items = Enumerable.Range(1, count).Select(number =>
        {
            var one = item.DeepClone();
            one["name"] = number == count && lastName is not null ? lastName : $"Oak table {number}";
            return one;
        });
        var file = Path.Combine(Folders.Work, $"{count}.{(lastName is null ? "right" : "wrong")}.json");
        await File.WriteAllTextAsync(file, new JsonObject { ["items"] = new JsonArray([.. items]) }.ToJsonString(), cancellation);
        return lastName is null ? new($"{count} items", "/products/all", file, 200) : new($"{count} items, one wrong", "/products/all", file, 422, 400);
    }
}
