using System.Text.Json.Serialization;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Features.Books;

/// <summary>A book.</summary>
/// <param name="Title">What it is called. <example>Summer</example></param>
/// <param name="Author">The address of who wrote it.</param>
/// <param name="Blurb">What it is about. <example>A storm.</example></param>
public sealed record Book(
    string Title,
    string Author,
    string? Blurb,
    int Pages,
    long Letters,
    float Weight,
    double Width,
    decimal Price,
    byte Volume = 1,
    Place? Place = null);

public sealed class BookValidator : AbstractValidator<Book>
{
    public BookValidator()
    {
        RuleFor(book => book.Title).NotEmpty().Must(title => !title.StartsWith("The", StringComparison.Ordinal)).WithMessage("A title does not begin with an article");
        RuleFor(book => book.Author).NotEmpty().EmailAddress();
        RuleFor(book => book.Pages).LessThanOrEqualTo(20).When(book => book.Volume > 1).WithMessage("Too many for a part!");
        When(book => book.Pages > 9, () => RuleFor(book => book.Blurb).Length(2, 9));
    }
}

/// <summary>Where a book stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Shelf), "shelf")]
[JsonDerivedType(typeof(Lent), "lent")]
public abstract record Place;

/// <summary>On a shelf.</summary>
public sealed record Shelf(int Number) : Place;

/// <summary>With a reader.</summary>
public sealed record Lent(string Reader) : Place;

/// <summary>What is new.</summary>
public sealed record News(string Text, Place? Place);
