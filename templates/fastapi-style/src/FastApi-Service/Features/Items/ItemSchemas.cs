using FastApiStyle;
using FluentValidation;

namespace FastApiService.Features.Items;

/// <summary>A new item.</summary>
/// <param name="Name">What it is called. No two items share a name. <example>Teapot</example></param>
/// <param name="Price">What it costs, with at most two decimal places. <example>24.50</example></param>
/// <param name="Description">What a buyer should know. <example>Holds twelve cups.</example></param>
/// <param name="Tags">Up to ten different words to find it by. <example>["kitchen", "glass"]</example></param>
/// <param name="Status">Where it stands in its life.</param>
public sealed record ItemCreate(
    string Name,
    decimal Price,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    ItemStatus Status = ItemStatus.Draft);

public sealed class ItemCreateValidator : AbstractValidator<ItemCreate>
{
    public ItemCreateValidator()
    {
        RuleFor(item => item.Name).ItemName();
        RuleFor(item => item.Price).ItemPrice();
        RuleFor(item => item.Description).ItemDescription();
        RuleFor(item => item.Tags).ItemTags();
    }
}

/// <summary>What changes of an item. A member that is absent stays as it is; <c>null</c> clears the description.</summary>
/// <param name="Name">What it is called. No two items share a name. <example>Reading lamp</example></param>
/// <param name="Price">What it costs, with at most two decimal places. <example>34.90</example></param>
/// <param name="Description">What a buyer should know. <example>Of oak, with a dimmer.</example></param>
/// <param name="Tags">Up to ten different words to find it by. <example>["lamp", "oak"]</example></param>
/// <param name="Status">Where it stands in its life.</param>
public sealed record ItemUpdate(
    Optional<string> Name = default,
    Optional<decimal> Price = default,
    Optional<string?> Description = default,
    Optional<IReadOnlyList<string>> Tags = default,
    Optional<ItemStatus> Status = default);

public sealed class ItemUpdateValidator : AbstractValidator<ItemUpdate>
{
    public ItemUpdateValidator()
    {
        RuleFor(item => item.Name).WhenSent(name => name.ItemName());
        RuleFor(item => item.Price).WhenSent(price => price.ItemPrice());
        RuleFor(item => item.Description).WhenSent(description => description.ItemDescription());
        RuleFor(item => item.Tags).WhenSent(tags => tags.ItemTags());
    }
}

/// <summary>An item as it stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What a buyer should know.</param>
/// <param name="Price">What it costs.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record ItemRead(
    Guid Id,
    string Name,
    string? Description,
    decimal Price,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Which items to list.</summary>
/// <param name="Limit">How many to list at most.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Sort">What to sort by.</param>
/// <param name="Search">Text that the name contains, in any letter case.</param>
/// <param name="Status">Only items of this status.</param>
public sealed record ItemQuery(
    int Limit = 20,
    int Offset = 0,
    ItemSort Sort = ItemSort.CreatedAt,
    string? Search = null,
    ItemStatus? Status = null);

public sealed class ItemQueryValidator : AbstractValidator<ItemQuery>
{
    public ItemQueryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Offset).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Search).Length(1, 100);
    }
}

/// <summary>What a list of items is sorted by.</summary>
public enum ItemSort
{
    CreatedAt,
    Name,
    Price,
}

/// <summary>The rules that creating and changing an item share.</summary>
internal static class ItemRules
{
    public static void ItemName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(100);

    public static void ItemPrice<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.GreaterThan(0).LessThanOrEqualTo(1_000_000).PrecisionScale(9, 2, ignoreTrailingZeros: true);

    public static void ItemDescription<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(1000);

    public static void ItemTags<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.MaximumCount(10).UniqueItems().ForEach(tag => tag.NotEmpty().MaximumLength(30));
}
