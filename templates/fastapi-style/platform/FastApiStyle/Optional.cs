namespace FastApiStyle;

/// <summary>A member of a PATCH body, where absent and <c>null</c> differ: absent is <c>default</c>.</summary>
/// <typeparam name="T">The type of the member; where it may not be null, null is refused.</typeparam>
/// <param name="Value">What was sent.</param>
public readonly record struct Optional<T>(T Value)
{
    /// <summary>Whether the member was sent.</summary>
    public bool HasValue { get; } = true;

    /// <summary>What was sent, or what stands already.</summary>
    /// <param name="current">What stands already.</param>
    public T Or(T current) => HasValue ? Value : current;
}
