using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Features.People;

/// <summary>A person.</summary>
public sealed record Person(
    string Email,
    string Password,
    int Age,
    Role Role,
    decimal Score,
    IReadOnlyList<Address> Addresses,
    bool Active = true,
    string? Nickname = null,
    DateTimeOffset? Born = null,
    string? Code = null,
    Guid? Key = null,
    DateOnly? Since = null,
    long Big = 7,
    Address? Main = null,
    IReadOnlyList<int>? Numbers = null,
    IReadOnlyDictionary<string, int>? Counts = null,
    Uri? Home = null,
    double Ratio = 0.5,
    string? From = null,
    string? Until = null) : Named("x");

/// <summary>What has a name.</summary>
public abstract record Named(string Alias);

/// <summary>What a person is.</summary>
public enum Role
{
    Owner,
    Guest,
}

/// <summary>Where someone lives.</summary>
public sealed record Address(string Street, int Zip, string? City = null);

public sealed class NamedValidator : AbstractValidator<Named>
{
    public NamedValidator() => RuleFor(named => named.Alias).MaximumLength(20);
}

public sealed class AddressValidator : AbstractValidator<Address>
{
    public AddressValidator()
    {
        RuleFor(address => address.Street).NotEmpty();
        RuleFor(address => address.Zip).InclusiveBetween(1, 99999);
    }
}

public sealed class PersonValidator : AbstractValidator<Person>
{
    public PersonValidator()
    {
        Include(new SecretRules());
        RuleFor(person => person.Email).EmailAddress();
        RuleFor(person => person.Age).InclusiveBetween(0, 150);
        RuleFor(person => person.Score).GreaterThan(-1).PrecisionScale(6, 2, true);
        RuleFor(person => person.Nickname).Length(2, 10).When(person => person.Active);
        RuleFor(person => person.Code).Matches("^[A-Z]{3}$");
        RuleFor(person => person.Addresses).MaximumCount(5);
        RuleFor(person => person.Numbers).UniqueItems();
        RuleForEach(person => person.Numbers).LessThan(1000);
        RuleFor(person => person).Must(person => person.Email.Length + person.Password.Length < 90).WithErrorCode("too_much").WithMessage("Email and password together are too long");
        RuleFor(person => person.Until).NotNull().When(person => person.From is not null);
        RuleFor(person => person.Home).Must(home => home!.Scheme == "https").When(person => person.Home is not null).WithMessage("{PropertyName} is an https address");
    }

    private sealed class SecretRules : AbstractValidator<Person>
    {
        public SecretRules() => RuleFor(person => person.Password).Length(8, 40);
    }
}
