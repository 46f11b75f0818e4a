using FluentValidation;

namespace FastApiStyle.Benchmarks.Library;

/// <summary>
/// What <c>POST /items</c> of the service takes. <typeparamref name="TVariant"/> makes three types of one shape of it, because
/// the service looks a second time only at the types that a validated route binds.
/// </summary>
internal sealed record Item<TVariant>(
    string Name,
    decimal Price,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    ItemStatus Status = ItemStatus.Draft);

internal enum ItemStatus
{
    Draft,
    Active,
    Archived,
}

/// <summary>The rules of <c>POST /items</c>.</summary>
internal sealed class ItemRules<TVariant> : AbstractValidator<Item<TVariant>>
{
    public ItemRules()
    {
        RuleFor(item => item.Name).NotEmpty().MaximumLength(100);
        RuleFor(item => item.Price).GreaterThan(0).LessThanOrEqualTo(1_000_000).PrecisionScale(9, 2, ignoreTrailingZeros: true);
        RuleFor(item => item.Description).MaximumLength(1000);
        RuleFor(item => item.Tags).MaximumCount(10).UniqueItems().ForEach(tag => tag.NotEmpty().MaximumLength(30));
    }
}

/// <summary>What the routes answer.</summary>
internal sealed record Receipt(string Name, decimal Price);
