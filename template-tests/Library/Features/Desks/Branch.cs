using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>Where one asks: of input of every kind, with rules.</summary>
internal sealed record Branch(string Text) : IDependency<Branch>
{
    /// <param name="query">The rest.</param>
    /// <param name="xBranch">The number of the branch.</param>
    /// <param name="theme">How it looks. <example>veryDark</example></param>
    /// <response code="404">There is no such branch.</response>
    public static Resolved<Branch, NotFoundProblem> Resolve(
        [FromHeader] int xBranch, [AsParameters] BranchQuery query, [FromCookie("theme")] Theme theme = Theme.Light)
    {
        return xBranch == 404 ? new NotFoundProblem("There is no such branch.") : new Branch($"{xBranch} {query.Hall} {theme}");
    }
}

internal enum Theme
{
    Light,
    VeryDark,
}

/// <param name="Hall">The hall.</param>
internal sealed record BranchQuery(string? Hall = "A");

internal sealed class BranchQueryValidator : AbstractValidator<BranchQuery>
{
    public BranchQueryValidator() => RuleFor(query => query.Hall).MaximumLength(3);
}
