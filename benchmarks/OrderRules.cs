using FluentValidation;

namespace FastApiService.Benchmarks;

/// <summary>The channel has none: no other name than those of the enum is read.</summary>
internal sealed class OrderRules<TVariant> : AbstractValidator<Order<TVariant>>
{
    public OrderRules()
    {
        RuleFor(order => order.Customer).NotEmpty().MaximumLength(100);
        RuleFor(order => order.Email).EmailAddress();
        RuleFor(order => order.Total).GreaterThan(0).LessThanOrEqualTo(1_000_000).PrecisionScale(9, 2, ignoreTrailingZeros: true);
        RuleFor(order => order.Priority).InclusiveBetween(1, 5);
        RuleFor(order => order.ShipTo).SetValidator(new AddressRules());
        RuleFor(order => order.Tags).MaximumCount(10).UniqueItems().ForEach(tag => tag.NotEmpty().MaximumLength(30));
        RuleFor(order => order.Lines).MinimumCount(1).MaximumCount(50).ForEach(line => line.SetValidator(new LineRules()));
        RuleFor(order => order.Note).MaximumLength(1000);
        RuleFor(order => order.Coupon).Matches("^[A-Z]{4}-[0-9]{4}$");
        RuleFor(order => order.Discount).InclusiveBetween(0, 90);
    }
}

internal sealed class AddressRules : AbstractValidator<Address>
{
    public AddressRules()
    {
        RuleFor(address => address.Street).NotEmpty().MaximumLength(100);
        RuleFor(address => address.City).NotEmpty().MaximumLength(100);
        RuleFor(address => address.Zip).Matches("^[0-9]{5}$");
        RuleFor(address => address.Country).Length(2);
    }
}

internal sealed class LineRules : AbstractValidator<Line>
{
    public LineRules()
    {
        RuleFor(line => line.Sku).NotEmpty().MaximumLength(20);
        RuleFor(line => line.Quantity).InclusiveBetween(1, 1000);
        RuleFor(line => line.Price).GreaterThan(0).PrecisionScale(9, 2, ignoreTrailingZeros: true);
    }
}
