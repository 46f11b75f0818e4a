namespace FastApiStyle.Benchmarks.Library;

/// <summary>A body with every kind of member, to be filled with what is wrong.</summary>
internal sealed record Order(
    string Customer,
    string Email,
    decimal Total,
    int Priority,
    Channel Channel,
    IReadOnlyList<string> Tags,
    IReadOnlyList<Line> Lines,
    string? Note = null,
    string? Coupon = null);

internal sealed record Line(string Sku, int Quantity, decimal Price);

internal enum Channel
{
    Web,
    Shop,
    Phone,
}
