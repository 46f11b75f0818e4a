using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddProblemDetails();

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    app.MapOpenApi();
}

app.MapGet("/text", () => "Hello");
app.MapGet("/products/{id:int}", (int id, string? q) => new Product(id, q));
app.MapPost("/products", (NewProduct product) => new Receipt(product.Name, product.Price));
app.MapPost("/products/all", (NewProducts products) => new Count(products.Items.Count));
app.Run();

public sealed record Product(int Id, string? Q);

public sealed record NewProduct(
    [Required, StringLength(100, MinimumLength = 1)] string Name,
    [Range(0.01, 1_000_000)] decimal Price,
    [StringLength(1000)] string? Description,
    [MaxLength(10)] IReadOnlyList<string>? Tags,
    ProductStatus Status);

[JsonConverter(typeof(JsonStringEnumConverter<ProductStatus>))]
public enum ProductStatus
{
    Draft,
    Active,
    Archived,
}

public sealed record Receipt(string Name, decimal Price);

public sealed record NewProducts(IReadOnlyList<NewProduct> Items);

public sealed record Count(int Products);
