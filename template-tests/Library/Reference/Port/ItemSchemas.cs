using System.Text.Json.Serialization;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

/// <summary>Where an item stands.</summary>
public enum Status
{
    Draft,
    [JsonStringEnumMemberName("in-progress")]
    InProgress,
    Done,
}

/// <summary>How an item is paid.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Transfer), "transfer")]
public abstract record Payment;

/// <summary>By card.</summary>
public sealed record Card(string Number) : Payment;

/// <summary>By transfer.</summary>
public sealed record Transfer(string Iban) : Payment;

/// <summary>A new item.</summary>
public sealed record ItemCreate(
    string Name, decimal Price, Status Status = Status.Draft, DateTimeOffset? Due = null, TimeSpan? Lasts = null, Payment? Payment = null)
{
    public ItemRead As(Guid id) => new(id, Name, Price, Status, Due, Lasts, Payment);
}

/// <summary>An item.</summary>
public sealed record ItemRead(Guid Id, string Name, decimal Price, Status Status, DateTimeOffset? Due, TimeSpan? Lasts, Payment? Payment);

/// <summary>A part of a list of items.</summary>
public sealed record Page(IReadOnlyList<ItemRead> Data, int Count);

/// <summary>Which items.</summary>
public sealed record ItemQuery(int Skip = 0, int Limit = 20, Status? Status = null, string[]? Tag = null);

/// <summary>A number of times.</summary>
public sealed record Product(int N, double Factor = 1, bool Exact = false);

public sealed class CardValidator : AbstractValidator<Card>
{
    public CardValidator() => RuleFor(card => card.Number).Matches(@"^\d{16}$");
}

public sealed class ItemCreateValidator : AbstractValidator<ItemCreate>
{
    public ItemCreateValidator()
    {
        RuleFor(item => item.Name).Length(1, 100);
        RuleFor(item => item.Price).GreaterThan(0).PrecisionScale(28, 2, ignoreTrailingZeros: true);
    }
}

public sealed class ItemQueryValidator : AbstractValidator<ItemQuery>
{
    public ItemQueryValidator()
    {
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Tag).MaximumCount(3);
    }
}

public sealed class ProductValidator : AbstractValidator<Product>
{
    public ProductValidator() => RuleFor(product => product.N).InclusiveBetween(1, 10);
}
