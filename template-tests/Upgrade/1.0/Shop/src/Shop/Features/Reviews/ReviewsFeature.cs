using System.Collections.Concurrent;
using System.Reflection;
using FastApiStyle;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Shop.Features.Reviews;

/// <summary>What buyers say.</summary>
public sealed class ReviewsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder)
    {
        builder.AddSettings<ReviewSettings>("Reviews");
        builder.Services.AddSingleton<ConcurrentDictionary<Guid, Review>>();
    }

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var reviews = routes.MapGroup("/reviews").WithTags("reviews");
        reviews.MapPost("/", CreateReview);
        reviews.MapGet("/", ListReviews);
        reviews.MapPatch("/{id}", UpdateReview);
    }

    /// <summary>Write a review.</summary>
    private static Results<Created<Review>, ConflictProblem, GoneProblem> CreateReview(
        ReviewCreate review, ConcurrentDictionary<Guid, Review> reviews, IOptions<ReviewSettings> settings)
    {
        if (!settings.Value.Open)
        {
            return new GoneProblem("Reviews are no longer taken.");
        }
        var created = new Review(Guid.CreateVersion7(), review.Author, review.Stars, review.Words);
        return reviews.Values.Any(other => other.Author == created.Author) ? new ConflictProblem("That author has written already.")
            : reviews.TryAdd(created.Id, created) ? TypedResults.Created($"/reviews/{created.Id}", created)
            : new ConflictProblem("That review stands already.");
    }

    /// <summary>List reviews.</summary>
    private static Ok<Page<Review>> ListReviews([AsParameters] ReviewQuery query, ConcurrentDictionary<Guid, Review> reviews) =>
        TypedResults.Ok(new Page<Review>(
            [.. reviews.Values.OrderBy(review => review.Id).Skip(query.Offset).Take(query.Limit)], reviews.Count, query.Limit, query.Offset));

    /// <summary>Change a review.</summary>
    /// <param name="id">The identity of the review.</param>
    /// <param name="review">What changes.</param>
    /// <param name="reviews">All of them.</param>
    private static Results<Ok<Review>, NotFoundProblem> UpdateReview(Guid id, ReviewUpdate review, ConcurrentDictionary<Guid, Review> reviews) =>
        reviews.TryGetValue(id, out var stands)
            ? TypedResults.Ok(reviews[id] = stands with { Stars = review.Stars.Or(stands.Stars), Words = review.Words.Or(stands.Words) })
            : new NotFoundProblem("There is no such review.");
}

/// <summary>A review.</summary>
public sealed record Review(Guid Id, string Author, int Stars, string? Words);

/// <summary>A new review.</summary>
public sealed record ReviewCreate(string Author, int Stars, string? Words = null, IReadOnlyList<string>? Tags = null);

public sealed class ReviewCreateValidator : AbstractValidator<ReviewCreate>
{
    public ReviewCreateValidator()
    {
        RuleFor(review => review.Author).NotEmpty().EmailAddress().Length(3, 254);
        RuleFor(review => review.Stars).InclusiveBetween(1, 5);
        RuleFor(review => review.Words).MinimumLength(2).MaximumLength(500).Matches("^[A-Za-z]");
        RuleFor(review => review.Tags).MinimumCount(1).MaximumCount(3).UniqueItems();
    }
}

/// <summary>What changes of a review.</summary>
public sealed record ReviewUpdate(Optional<int> Stars = default, Optional<string?> Words = default);

public sealed class ReviewUpdateValidator : AbstractValidator<ReviewUpdate>
{
    public ReviewUpdateValidator()
    {
        RuleFor(review => review.Stars).WhenSent(stars => stars.InclusiveBetween(1, 5));
        RuleFor(review => review.Words).WhenSent(words => words.MaximumLength(500));
    }
}

/// <summary>Which reviews to list.</summary>
public sealed record ReviewQuery(int Limit = 20, int Offset = 0);

public sealed class ReviewQueryValidator : AbstractValidator<ReviewQuery>
{
    public ReviewQueryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Offset).GreaterThanOrEqualTo(0);
    }
}

/// <summary>The settings under <c>Reviews</c>.</summary>
public sealed record ReviewSettings
{
    public bool Open { get; init; } = true;

    public string Moderator { get; init; } = "nobody@example.com";
}

public sealed class ReviewSettingsValidator : AbstractValidator<ReviewSettings>
{
    public ReviewSettingsValidator() => RuleFor(settings => settings.Moderator).EmailAddress();
}

/// <summary>410: what the request names was there once.</summary>
public sealed class GoneProblem(string detail) : ProblemResult(StatusCodes.Status410Gone, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Document(builder, StatusCodes.Status410Gone);
}
