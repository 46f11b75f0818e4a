using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Rpc;

public enum ThingColour
{
    DeepRed,
    Blue,
}

public sealed record PartRecord(string Name);

/// <summary>One member of each kind that a message may stand for.</summary>
public sealed record ThingRecord(
    Guid Id,
    decimal ExactPrice,
    decimal Weight,
    DateOnly Day,
    DateTimeOffset MadeAt,
    TimeSpan Life,
    ThingColour? Colour,
    IReadOnlyList<ThingColour> Colours,
    IReadOnlyList<PartRecord> Parts,
    Dictionary<string, long> Counts,
    PartRecord? Main,
    byte[] Picture,
    long Large,
    double Ratio,
    bool IsNew,
    string? Note = null,
    int Rank = 3);

public sealed record LineRecord(string Item, int Count);

public sealed class LineRecordValidator : AbstractValidator<LineRecord>
{
    public LineRecordValidator()
    {
        RuleFor(line => line.Item).NotEmpty();
        RuleFor(line => line.Count).GreaterThan(0);
    }
}

public sealed record CustomerRecord(Optional<string> EmailAddress = default, Optional<string?> Phone = default);

public sealed class CustomerRecordValidator : AbstractValidator<CustomerRecord>
{
    public CustomerRecordValidator() => RuleFor(customer => customer.EmailAddress).WhenSent(address => address.EmailAddress());
}

public sealed record OrderRecord(IReadOnlyList<LineRecord> Lines, CustomerRecord? Customer = null);
