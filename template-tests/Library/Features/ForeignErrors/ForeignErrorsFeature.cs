using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.ForeignErrors;

/// <summary>A service whose clients expect faults as <c>{"errors": {"body.title": ["…"]}}</c>.</summary>
public sealed class ForeignErrorsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.ConfigureSwaggerGen(options => options.OperationFilter<ForeignFormat>());

    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/films", CreateFilm).WithTags("films");

    /// <summary>Create a film.</summary>
    private static Ok<Film> CreateFilm(Film film) => TypedResults.Ok(film);
}

public sealed record Film(string Title, int Year);

public sealed class FilmValidator : AbstractValidator<Film>
{
    public FilmValidator() => RuleFor(film => film.Title).MaximumLength(30);
}
