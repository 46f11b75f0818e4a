using FastApiStyle;
using FluentValidation;

namespace Shop.Features.Products;

/// <summary>What the peers serve, too, so that no database hides what the service costs.</summary>
internal sealed class ProductsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/text", Text);
        var products = routes.MapGroup("/products");
        products.MapGet("/{id:int}", Read);
        products.MapPost("", Create);
        products.MapPost("/all", CreateAll);
    }

    private static string Text() => "Hello";

    private static Product Read(int id, string? q) => new(id, q);

    private static Receipt Create(NewProduct product) => new(product.Name, product.Price);

    private static Count CreateAll(NewProducts products) => new(products.Items.Count);
}

internal sealed record Product(int Id, string? Q);

internal sealed record NewProduct(
    string Name,
    decimal Price,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    ProductStatus Status = ProductStatus.Draft);

internal enum ProductStatus
{
    Draft,
    Active,
    Archived,
}

internal sealed record Receipt(string Name, decimal Price);

internal sealed record NewProducts(IReadOnlyList<NewProduct> Items);

internal sealed record Count(int Products);

internal sealed class NewProductValidator : AbstractValidator<NewProduct>
{
    public NewProductValidator()
    {
        RuleFor(product => product.Name).NotEmpty().MaximumLength(100);
        RuleFor(product => product.Price).GreaterThan(0).LessThanOrEqualTo(1_000_000).PrecisionScale(9, 2, ignoreTrailingZeros: true);
        RuleFor(product => product.Description).MaximumLength(1000);
        RuleFor(product => product.Tags).MaximumCount(10).UniqueItems().ForEach(tag => tag.NotEmpty().MaximumLength(30));
    }
}
