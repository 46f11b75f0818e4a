using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiService.Features.Items.Rpc;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using ItemsClient = FastApiService.Features.Items.Rpc.Items.ItemsClient;

namespace FastApiService.Tests;

/// <summary>What is done over one protocol is seen over the other, and what one refuses the other does, too.</summary>
public sealed class ItemsRpcTests(ServiceFactory service) : IClassFixture<ServiceFactory>, IAsyncLifetime
{
    private HttpClient http = null!;
    private ItemsClient rpc = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        http = await service.ClientAsync();
        rpc = new(service.RpcAs(http));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_item_is_the_same_over_both_protocols()
    {
        var created = await rpc.CreateItemAsync(
            new() { Name = Name(), Price = "9.99", Description = "Of oak.", Tags = { "new", "oak" }, Status = ItemStatus.Active }, cancellationToken: Cancellation);
        var read = await rpc.GetItemAsync(new() { Id = created.Id }, cancellationToken: Cancellation);
        var item = await (await http.GetAsync($"/items/{created.Id}", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal(created, read);
        Same(item, read);
        Assert.Equal(("9.99", "Of oak.", ItemStatus.Active), (read.Price, read.Description, read.Status));
    }

    [Fact]
    public async Task A_list_is_searched_sorted_and_cut()
    {
        var word = $"{Guid.NewGuid():N}";
        foreach (var (name, price) in new[] { ("b", "1"), ("a", "3"), ("c", "2") })
        {
            await rpc.CreateItemAsync(new() { Name = $"{name} {word}", Price = price }, cancellationToken: Cancellation);
        }

        var page = await rpc.ListItemsAsync(new() { Search = word, Sort = ItemSort.Price, Limit = 2, Offset = 1 }, cancellationToken: Cancellation);
        var same = await (await http.GetAsync($"/items?search={word}&sort=price&limit=2&offset=1", Cancellation)).ShouldBeAsync(HttpStatusCode.OK);

        Assert.Equal((3, 2, 1, 2), (page.Total, page.Limit, page.Offset, page.Items.Count));
        Assert.All(same.GetProperty("items").EnumerateArray().Zip(page.Items), pair => Same(pair.First, pair.Second));
    }

    [Fact]
    public async Task A_change_keeps_what_is_absent_and_clears_what_the_mask_names()
    {
        var item = await rpc.CreateItemAsync(new() { Name = Name(), Price = "1", Description = "soon gone", Tags = { "kept" } }, cancellationToken: Cancellation);

        var kept = await rpc.UpdateItemAsync(new() { Id = item.Id, Item = new() { Price = "2.5" } }, cancellationToken: Cancellation);
        var cleared = await rpc.UpdateItemAsync(
            new() { Id = item.Id, Item = new() { Price = "3" }, UpdateMask = FieldMask.FromString("description") }, cancellationToken: Cancellation);

        Assert.Equal((item.Name, "2.5", "soon gone", "kept"), (kept.Name, kept.Price, kept.Description, Assert.Single(kept.Tags)));
        Assert.Equal(("2.5", false), (cleared.Price, cleared.HasDescription));
        Same(await (await http.GetAsync($"/items/{item.Id}", Cancellation)).ShouldBeAsync(HttpStatusCode.OK), cleared);
    }

    [Fact]
    public async Task Every_broken_rule_is_named_at_once_as_over_HTTP()
    {
        var description = new string('x', 1001);

        var invalid = await FaultsAsync(async () => await rpc.CreateItemAsync(
            new() { Name = "", Price = "1.234", Description = description, Tags = { "twice", "twice", "" } }, cancellationToken: Cancellation));
        var same = await http.PostAsJsonAsync("/items", new { name = "", price = 1.234m, description, tags = new[] { "twice", "twice", "" } }, Cancellation);

        Assert.Equal(["name", "price", "description", "tags", "tags[2]"], invalid.Select(fault => fault.Field));
        await same.ShouldListAsync([.. invalid.Select(fault =>
            $"{fault.Reason.ToLowerInvariant()}@body.{Regex.Replace(fault.Field, @"\[(\d+)\]", ".$1")}")]);
    }

    [Fact]
    public async Task What_is_no_identity_and_no_number_is_named_with_the_rest()
    {
        var invalid = await FaultsAsync(async () => await rpc.UpdateItemAsync(
            new() { Id = "7", Item = new() { Price = "much", Tags = { "" } }, UpdateMask = FieldMask.FromString("name,price,tags") }, cancellationToken: Cancellation));

        Assert.Equal(["id", "item.name", "item.price", "item.tags[0]"], invalid.Select(fault => fault.Field));
    }

    [Fact]
    public async Task A_refusal_has_the_same_reason_over_both_protocols()
    {
        var (name, id) = (Name(), $"{Guid.NewGuid()}");
        await rpc.CreateItemAsync(new() { Name = name, Price = "1" }, cancellationToken: Cancellation);

        var taken = await RefusalAsync(async () => await rpc.CreateItemAsync(new() { Name = name, Price = "1" }, cancellationToken: Cancellation));
        await (await http.PostAsJsonAsync("/items", new { name, price = 1 }, Cancellation)).ShouldBeProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal((StatusCode.AlreadyExists, "An item of that name exists already."), (taken.StatusCode, taken.Status.Detail));

        foreach (var call in new Func<Task>[]
        {
            async () => await rpc.GetItemAsync(new() { Id = id }, cancellationToken: Cancellation),
            async () => await rpc.UpdateItemAsync(new() { Id = id, Item = new() }, cancellationToken: Cancellation),
            async () => await rpc.DeleteItemAsync(new() { Id = id }, cancellationToken: Cancellation),
        })
        {
            Assert.Equal(StatusCode.NotFound, (await RefusalAsync(call)).StatusCode);
        }
        await (await http.GetAsync($"/items/{id}", Cancellation)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    private static string Name() => $"Item {Guid.NewGuid()}";

    private static Task<RpcException> RefusalAsync(Func<Task> call) => Assert.ThrowsAsync<RpcException>(call);

    private static async Task<IEnumerable<BadRequest.Types.FieldViolation>> FaultsAsync(Func<Task> call)
    {
        var refusal = await RefusalAsync(call);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        return refusal.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations;
    }

    private static void Same(JsonElement item, Item message)
    {
        JsonElement Member(string name) => item.EnumerateObject().Single(member => member.Name.Replace("_", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

        Assert.Equal(Member("id").GetString(), message.Id);
        Assert.Equal(Member("name").GetString(), message.Name);
        Assert.Equal(Member("description").GetString() ?? "", message.Description);
        Assert.Equal(Member("price").GetDecimal(), decimal.Parse(message.Price, CultureInfo.InvariantCulture));
        Assert.Equal(Member("tags").EnumerateArray().Select(tag => tag.GetString()), message.Tags);
        Assert.Equal(Member("status").GetString(), $"{message.Status}", ignoreCase: true);
        Assert.Equal(Member("createdAt").GetDateTimeOffset(), message.CreatedAt.ToDateTimeOffset());
        Assert.Equal(Member("updatedAt").GetDateTimeOffset(), message.UpdatedAt.ToDateTimeOffset());
    }
}
