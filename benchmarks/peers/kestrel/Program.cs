using System.Text.Json.Serialization;

var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/text", () => "Hello");
app.MapGet("/products/{id:int}", (int id, string? q) => new Product(id, q));
app.MapPost("/products", (NewProduct product) => new Receipt(product.Name, product.Price));
app.MapPost("/products/all", (NewProducts products) => new Count(products.Items.Count));
app.Run();

internal sealed record Product(int Id, string? Q);

internal sealed record NewProduct(string Name, decimal Price, string? Description, IReadOnlyList<string>? Tags, ProductStatus Status);

[JsonConverter(typeof(JsonStringEnumConverter<ProductStatus>))]
internal enum ProductStatus
{
    Draft,
    Active,
    Archived,
}

internal sealed record Receipt(string Name, decimal Price);

internal sealed record NewProducts(IReadOnlyList<NewProduct> Items);

internal sealed record Count(int Products);
