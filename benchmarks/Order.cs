namespace FastApiService.Benchmarks;

/// <summary>
/// What the routes take: a body as services have it. <typeparamref name="TVariant"/> makes three types of one shape of it,
/// because the service looks a second time only at the types that a validated route binds.
/// </summary>
internal sealed record Order<TVariant>(
    string Customer,
    string Email,
    decimal Total,
    int Priority,
    Channel Channel,
    Address ShipTo,
    IReadOnlyList<string> Tags,
    IReadOnlyList<Line> Lines,
    string? Note = null,
    string? Coupon = null,
    int? Discount = null);

internal sealed record Address(string Street, string City, string Zip, string Country);

internal sealed record Line(string Sku, int Quantity, decimal Price);

internal enum Channel
{
    Web,
    Shop,
    Phone,
}

/// <summary>What the routes answer.</summary>
internal sealed record Receipt(string Customer, decimal Total, int Lines);
