using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Parcels;

/// <summary>The rarer kinds of input and of rule.</summary>
public sealed class ParcelsFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var parcels = routes.MapGroup("/parcels").WithTags("parcels");
        parcels.MapPost("/", CreateParcel);
        parcels.MapPost("/{code}/copies", CopyParcel);
        parcels.MapPost("/shapes", CreateShape);
        parcels.MapPatch("/", ChangeParcel);
        parcels.MapGet("/", ListParcels);
    }

    /// <summary>Create a parcel.</summary>
    private static Ok<Parcel> CreateParcel(Parcel parcel) => TypedResults.Ok(parcel);

    /// <summary>Copy a parcel.</summary>
    private static Ok<Parcel> CopyParcel(string code, [FromQuery(Name = "level")] int copies, Parcel parcel) =>
        TypedResults.Ok(parcel with { Code = code, Level = copies });

    /// <summary>Create a shape.</summary>
    private static Ok<Shape> CreateShape(Shape shape) => TypedResults.Ok(shape);

    /// <summary>Change a parcel.</summary>
    private static Ok<ParcelPatch> ChangeParcel(ParcelPatch patch) => TypedResults.Ok(patch);

    /// <summary>List parcels.</summary>
    private static Ok<int> ListParcels(int[] numbers, Guid[] keys) => TypedResults.Ok(numbers.Length + keys.Length);
}

/// <summary>A parcel.</summary>
public sealed record Parcel(
    string? Code = null,
    string? Pin = null,
    string? PinAgain = null,
    int Level = 5,
    DateOnly? Sent = null,
    DateTime? Arrives = null,
    DateTimeOffset? Stored = null,
    TimeOnly? Closes = null,
    uint Pieces = 1,
    IReadOnlyDictionary<string, Stop>? Stops = null,
    IReadOnlyList<IReadOnlyList<string>>? Labels = null,
    IReadOnlyDictionary<string, string>? Notes = null,
    Stop[]? Way = null,
    Parcel? Inner = null,
    Shape? Shape = null,
    [property: JsonPropertyName("weight-kg")] decimal Weight = 1);

/// <summary>Where a parcel stops.</summary>
public sealed record Stop(string Town);

/// <summary>A shape.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Box), "box")]
[JsonDerivedType(typeof(Tube), "tube")]
public abstract record Shape;

/// <summary>A box.</summary>
public sealed record Box(int Width) : Shape;

/// <summary>A tube.</summary>
public sealed record Tube(int Radius) : Shape;

public sealed class StopValidator : AbstractValidator<Stop>
{
    public StopValidator() => RuleFor(stop => stop.Town).MinimumLength(2);
}

public sealed class BoxValidator : AbstractValidator<Box>
{
    public BoxValidator() => RuleFor(box => box.Width).GreaterThan(0);
}

public sealed class TubeValidator : AbstractValidator<Tube>
{
    public TubeValidator() => RuleFor(tube => tube.Radius).GreaterThan(0);
}

public sealed class ParcelValidator : AbstractValidator<Parcel>
{
    public ParcelValidator()
    {
        RuleFor(parcel => parcel.Code).MaximumLength(3);
        RuleFor(parcel => parcel.PinAgain).Equal(parcel => parcel.Pin);
        RuleFor(parcel => parcel.Level).ExclusiveBetween(0, 10);
        RuleFor(parcel => parcel.Sent).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31));
        RuleFor(parcel => parcel.Arrives).InclusiveBetween(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        RuleFor(parcel => parcel.Stored).GreaterThan(parcel => parcel.Arrives);
        RuleFor(parcel => parcel.Weight).GreaterThan(0).PrecisionScale(5, 2, true);
    }
}

/// <summary>A change.</summary>
public sealed record ParcelPatch(Optional<IReadOnlyList<string>> Labels = default, Optional<string> Code = default, Optional<IReadOnlyList<Stop>> Way = default);
