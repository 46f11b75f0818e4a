using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Http;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>Where someone lives.</summary>
public sealed record Address(string Street, int Zip);

/// <summary>A new user.</summary>
public sealed record UserCreate(string Email, string Password, string? FullName = null, DateOnly? Born = null)
{
    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

/// <summary>A user.</summary>
public sealed record UserRead(string Email, string? FullName = null);

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
    string Name, decimal Price, Status Status = Status.Draft, DateTimeOffset? Due = null, TimeSpan? Lasts = null, Payment? Payment = null);

/// <summary>Which items.</summary>
public sealed record ItemQuery(int Skip = 0, int Limit = 20, Status? Status = null, string[]? Tag = null);

/// <summary>A number of times.</summary>
public sealed record Product(int N, double Factor = 1, bool Exact = false);

/// <summary>Who signs in.</summary>
public sealed record Credentials(string Username, string Password, string? GrantType = null);

/// <summary>A file, and a note.</summary>
public sealed record Upload(IFormFile File, string Note = "");

public sealed class AddressValidator : AbstractValidator<Address>
{
    public AddressValidator() => RuleFor(address => address.Street).MinimumLength(1);
}

public sealed class UserValidator : AbstractValidator<UserCreate>
{
    public UserValidator()
    {
        RuleFor(user => user.Email).EmailAddress();
        RuleFor(user => user.Password).Length(8, 40);
    }
}

public sealed class CardValidator : AbstractValidator<Card>
{
    public CardValidator() => RuleFor(card => card.Number).Matches(@"^\d{16}$");
}

public sealed class ItemValidator : AbstractValidator<ItemCreate>
{
    public ItemValidator()
    {
        RuleFor(item => item.Name).Length(1, 100);
        RuleFor(item => item.Price).GreaterThan(0).PrecisionScale(20, 2, ignoreTrailingZeros: true);
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

public sealed class CredentialsValidator : AbstractValidator<Credentials>
{
    public CredentialsValidator() => RuleFor(credentials => credentials.GrantType).Matches("^password$");
}

public sealed class UploadValidator : AbstractValidator<Upload>
{
    public UploadValidator() => RuleFor(upload => upload.Note).MaximumLength(20);
}
