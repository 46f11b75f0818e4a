using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

// The list of the scaffold, by hand, on the scaffold's own tables.
var builder = WebApplication.CreateBuilder(args);
var connection = builder.Configuration.GetConnectionString("Default");
builder.Services.AddDbContextPool<ItemsContext>(options =>
    _ = builder.Configuration["Postgres"] == "true" ? options.UseNpgsql(connection) : options.UseSqlite(connection));

var app = builder.Build();

app.MapGet("/text", () => "Hello");
app.MapGet("/items", async (ItemsContext database, CancellationToken cancellation, int limit = 20, int offset = 0) =>
{
    var items = database.Items.AsNoTracking();
    var page = await items.OrderBy(item => item.CreatedAt).ThenBy(item => item.Id).Skip(offset).Take(limit).ToListAsync(cancellation);
    var total = await items.CountAsync(cancellation);
    return new ItemPage([.. page.Select(ItemRead.Of)], total, limit, offset);
});
app.Run();

internal sealed record ItemPage(IReadOnlyList<ItemRead> Items, int Total, int Limit, int Offset);

internal sealed record ItemRead(
    Guid Id,
    string Name,
    string? Description,
    decimal Price,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ItemRead Of(Item item) =>
        new(item.Id, item.Name, item.Description, item.Price, item.Tags, item.Status, item.CreatedAt, item.UpdatedAt);
}

[JsonConverter(typeof(JsonStringEnumConverter<ItemStatus>))]
internal enum ItemStatus
{
    Draft,
    Active,
    Archived,
}
