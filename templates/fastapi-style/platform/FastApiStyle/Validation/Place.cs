namespace FastApiStyle.Validation;

/// <summary>A place in a value, from its root.</summary>
internal sealed record Place(Place? Parent, object Part)
{
    public static IEnumerable<object> Parts(Place? place) => place is null ? [] : [.. Parts(place.Parent), place.Part];
}
