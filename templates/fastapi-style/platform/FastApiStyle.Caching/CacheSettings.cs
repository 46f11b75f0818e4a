using System.ComponentModel.DataAnnotations;

namespace FastApiStyle.Caching;

/// <summary>The settings under <c>Cache</c>.</summary>
internal sealed record CacheSettings
{
    /// <summary>How long a value is kept at most, in seconds: so old may be what was changed by an instance that is not heard.</summary>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 30;
}
