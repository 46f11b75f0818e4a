using System.ComponentModel;

namespace FastApiStyle;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Limit">How many a part holds at most.</param>
/// <param name="Offset">How many stand before this part.</param>
[Description("A part of a list.")]
public sealed record Page<T>(
    [property: Description("The part.")] IReadOnlyList<T> Items,
    [property: Description("How many there are in all.")] int Total,
    [property: Description("How many a part holds at most.")] int Limit,
    [property: Description("How many stand before this part.")] int Offset)
    where T : notnull;
