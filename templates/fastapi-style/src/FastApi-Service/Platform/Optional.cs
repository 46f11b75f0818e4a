namespace FastApiService.Platform;

/// <summary>A member of a PATCH body, where absent and <c>null</c> differ: absent is <c>default</c>.</summary>
public readonly record struct Optional<T>(T Value)
{
    /// <summary>Whether the member was sent.</summary>
    public bool HasValue { get; } = true;

    /// <summary>What was sent, or what stands already.</summary>
    public T Or(T current) => HasValue ? Value : current;
}
