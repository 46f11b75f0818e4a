using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <param name="Start">Where it begins.</param>
internal sealed record Trail([property: FromCookie("first-crumb")] string? Start = "home");

internal sealed class TrailValidator : AbstractValidator<Trail>
{
    public TrailValidator() => RuleFor(trail => trail.Start).MaximumLength(5);
}
