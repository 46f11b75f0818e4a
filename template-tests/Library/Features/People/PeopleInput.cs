using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Features.People;

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
