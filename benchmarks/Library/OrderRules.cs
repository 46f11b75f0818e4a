using FluentValidation;

namespace FastApiStyle.Benchmarks.Library;

internal sealed class OrderRules : AbstractValidator<Order>
{
    public OrderRules()
    {
        RuleFor(order => order.Customer).NotEmpty().MaximumLength(100);
        RuleFor(order => order.Email).EmailAddress();
        RuleFor(order => order.Total).GreaterThan(0).LessThanOrEqualTo(1_000_000).PrecisionScale(9, 2, ignoreTrailingZeros: true);
        RuleFor(order => order.Priority).InclusiveBetween(1, 5);
        RuleFor(order => order.Tags).UniqueItems().ForEach(tag => tag.NotEmpty().MaximumLength(30));
        RuleFor(order => order.Note).MaximumLength(1000);
        RuleFor(order => order.Coupon).Matches("^[A-Z]{4}-[0-9]{4}$");
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
