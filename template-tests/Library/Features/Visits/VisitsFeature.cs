using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Visits;

/// <summary>Names of several words wherever input comes from; the code gives none of them a name for the wire.</summary>
public sealed class VisitsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var visits = routes.MapGroup("/visits").WithTags("visits");
        visits.MapPost("/", CreateVisit);
        visits.MapPut("/{roomNumber}", MoveVisit);
        visits.MapGet("/", ListVisits);
        visits.MapPost("/form", SubmitVisit).DisableAntiforgery();
    }

    /// <summary>Create a visit.</summary>
    private static Ok<Visit> CreateVisit(Visit visit) => TypedResults.Ok(visit);

    /// <summary>Move a visit.</summary>
    private static Ok<int> MoveVisit(int roomNumber, int floorNumber, VisitChange change) =>
        TypedResults.Ok(roomNumber + floorNumber + change.GuestCount.Or(0));

    /// <summary>List visits.</summary>
    private static Ok<VisitQuery> ListVisits([AsParameters] VisitQuery query) => TypedResults.Ok(query);

    /// <summary>Submit a visit.</summary>
    private static Ok<string> SubmitVisit([AsParameters] VisitForm form) => TypedResults.Ok(form.GuestName);
}

/// <summary>A visit.</summary>
public sealed record Visit(int GuestCount, VisitPlace MainPlace, IReadOnlyList<VisitPlace> OtherPlaces, bool IsPrivate = false, string? LastWord = null);

/// <summary>Where it is.</summary>
public sealed record VisitPlace(string StreetName);

/// <summary>A change of a visit.</summary>
public sealed record VisitChange(Optional<int> GuestCount = default);

/// <summary>Which visits.</summary>
public sealed record VisitQuery(int PageSize = 20, int? LeastGuests = null, [property: FromHeader] int? Priority = null);

/// <summary>A form.</summary>
public sealed record VisitForm([property: FromForm] string GuestName, [property: FromForm] int? GuestCount = null);

public sealed class VisitValidator : AbstractValidator<Visit>
{
    public VisitValidator()
    {
        RuleFor(visit => visit.GuestCount).InclusiveBetween(1, 9);
        RuleFor(visit => visit.OtherPlaces).MaximumCount(3);
        RuleFor(visit => visit.LastWord).MaximumLength(9);
    }
}

public sealed class VisitPlaceValidator : AbstractValidator<VisitPlace>
{
    public VisitPlaceValidator() => RuleFor(place => place.StreetName).NotEmpty();
}

public sealed class VisitChangeValidator : AbstractValidator<VisitChange>
{
    public VisitChangeValidator() => RuleFor(change => change.GuestCount).WhenSent(count => count.InclusiveBetween(1, 9));
}

public sealed class VisitQueryValidator : AbstractValidator<VisitQuery>
{
    public VisitQueryValidator() => RuleFor(query => query.PageSize).InclusiveBetween(1, 100);
}

public sealed class VisitFormValidator : AbstractValidator<VisitForm>
{
    public VisitFormValidator() => RuleFor(form => form.GuestCount).GreaterThan(0);
}
