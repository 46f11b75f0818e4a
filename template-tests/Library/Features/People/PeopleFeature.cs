using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Shop.Platform;

namespace Shop.Features.People;

/// <summary>Every kind of input and of rule, on routes that answer with what they were given.</summary>
public sealed class PeopleFeature : IFeature
{
    public static void AddServices(IServiceCollection services)
    {
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/people").WithTags("people");
        people.MapPost("/", CreatePerson);
        people.MapPost("/batch", CreatePeople);
        people.MapPut("/{id}", ReplacePerson);
        people.MapPatch("/{id}", ChangePerson);
        people.MapGet("/", ListPeople);
        people.MapGet("/{number}/on/{day}", ReadPerson);
        people.MapPost("/form", SubmitPerson).DisableAntiforgery();
    }

    /// <summary>Create a person.</summary>
    private static async Task<Ok<Person>> CreatePerson(Person person, CancellationToken cancellation)
    {
        await Task.Delay(0, cancellation);
        return TypedResults.Ok(person);
    }

    /// <summary>Create many.</summary>
    private static Ok<int> CreatePeople(IReadOnlyList<Person> people) => TypedResults.Ok(people.Count);

    /// <summary>Replace a person.</summary>
    private static Ok<Person> ReplacePerson([AsParameters] Replacement replacement) => TypedResults.Ok(replacement.Person);

    /// <summary>Change a person.</summary>
    private static NoContent ChangePerson(Guid id, PersonPatch patch) => id == Guid.Empty || patch.Age.HasValue ? TypedResults.NoContent() : TypedResults.NoContent();

    /// <summary>List people.</summary>
    private static Ok<PeopleQuery> ListPeople([AsParameters] PeopleQuery query) => TypedResults.Ok(query);

    /// <summary>Read a person.</summary>
    private static Ok<int> ReadPerson(int number, DateOnly day, [FromHeader(Name = "X-Version")] long version) =>
        TypedResults.Ok(number % 7 + day.Day + (int)(version % 5));

    /// <summary>Submit a person.</summary>
    private static Ok<int> SubmitPerson([AsParameters] PersonForm form) => TypedResults.Ok(form.Age);
}

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

/// <summary>A person in place of another.</summary>
public sealed record Replacement(Guid Id, [property: FromBody] Person Person, [property: FromQuery(Name = "dry_run")] bool DryRun = false, int Retries = 0, [property: FromHeader(Name = "X-Trace")] int? Trace = null);

public sealed class ReplacementValidator : AbstractValidator<Replacement>
{
    public ReplacementValidator() => RuleFor(replacement => replacement.Retries).InclusiveBetween(0, 3);
}

/// <summary>A change.</summary>
public sealed record PersonPatch(Optional<int> Age = default, Optional<string?> Nickname = default, Optional<Address> Main = default);

public sealed class PersonPatchValidator : AbstractValidator<PersonPatch>
{
    public PersonPatchValidator()
    {
        RuleFor(patch => patch.Age).WhenSent(age => age.InclusiveBetween(0, 150));
        RuleFor(patch => patch.Nickname).WhenSent(nickname => nickname.MaximumLength(10));
    }
}

/// <summary>Which people.</summary>
public sealed record PeopleQuery(
    int Limit = 20,
    Role? Role = null,
    string? Search = null,
    bool Flag = false,
    Guid? Key = null,
    DateTimeOffset? After = null,
    decimal? Least = null,
    string[]? Tags = null,
    [property: FromHeader(Name = "X-Trace")] int? Trace = null);

public sealed class PeopleQueryValidator : AbstractValidator<PeopleQuery>
{
    public PeopleQueryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Search).MinimumLength(3);
        RuleFor(query => query.Least).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Trace).GreaterThan(0);
    }
}

/// <summary>A form.</summary>
public sealed record PersonForm(
    [property: FromForm(Name = "user_name")] string UserName,
    [property: FromForm(Name = "age")] int Age,
    [property: FromForm(Name = "role")] Role? Role = null);

public sealed class PersonFormValidator : AbstractValidator<PersonForm>
{
    public PersonFormValidator()
    {
        RuleFor(form => form.UserName).Length(3, 10);
        RuleFor(form => form.Age).LessThanOrEqualTo(150);
    }
}
