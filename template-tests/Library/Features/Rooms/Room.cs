using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Features.Rooms;

/// <summary>A room.</summary>
public sealed record Room(string Name, int Beds, IReadOnlyList<string>? Tags = null);

/// <summary>Which rooms.</summary>
public sealed record RoomQuery(int Limit = 20);

public sealed class RoomValidator : AbstractValidator<Room>
{
    public RoomValidator()
    {
        RuleFor(room => room.Name).Length(3, 20);
        RuleFor(room => room.Beds).InclusiveBetween(1, 9);
    }
}

public sealed class RoomQueryValidator : AbstractValidator<RoomQuery>
{
    public RoomQueryValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, 100);
}
