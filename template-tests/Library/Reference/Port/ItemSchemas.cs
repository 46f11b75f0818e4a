using System.Text.Json.Serialization;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Reference.Port;

public enum Status { Draft, [JsonStringEnumMemberName("in-progress")] InProgress, Done }

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
[JsonDerivedType(typeof(Transfer), "transfer")]
public abstract record Payment;

public sealed record Card(string Number) : Payment;

public sealed record Transfer(string Iban) : Payment;

public sealed record ItemCreate(
    string Name, decimal Price, Status Status = Status.Draft, DateTimeOffset? Due = null, TimeSpan? Lasts = null, Payment? Payment = null)
{
    public ItemRead As(Guid id) => new(id, Name, Price, Status, Due, Lasts, Payment);
}

public sealed record ItemRead(Guid Id, string Name, decimal Price, Status Status, DateTimeOffset? Due, TimeSpan? Lasts, Payment? Payment);

public sealed record Page(IReadOnlyList<ItemRead> Data, int Count);

public sealed record ItemQuery(int Skip = 0, int Limit = 20, Status? Status = null, string[]? Tag = null);

public sealed record Product(int N, double Factor = 1, bool Exact = false);

public sealed class CardRules : AbstractValidator<Card>
{
    public CardRules() => RuleFor(card => card.Number).Matches(@"^\d{16}$");
}

public sealed class ItemRules : AbstractValidator<ItemCreate>
{
    public ItemRules()
    {
        RuleFor(item => item.Name).Length(1, 100);
        RuleFor(item => item.Price).GreaterThan(0).PrecisionScale(28, 2, ignoreTrailingZeros: true);
    }
}

public sealed class ItemQueryRules : AbstractValidator<ItemQuery>
{
    public ItemQueryRules()
    {
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Tag).MaximumCount(3);
    }
}

public sealed class ProductRules : AbstractValidator<Product>
{
    public ProductRules() => RuleFor(product => product.N).InclusiveBetween(1, 10);
}
