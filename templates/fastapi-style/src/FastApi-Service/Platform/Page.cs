namespace FastApiService.Platform;

/// <summary>A part of a list.</summary>
/// <param name="Items">The part.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Limit">How many a part holds at most.</param>
/// <param name="Offset">How many stand before this part.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Limit, int Offset);
