using FluentValidation;

namespace FastApiStyle.Caching;

/// <summary>The settings under <c>Cache</c>.</summary>
internal sealed record CacheSettings
{
    /// <summary>How long a value is kept at most, in seconds: so old may be what was changed by an instance that is not heard.</summary>
    public int Seconds { get; init; } = 30;
}

internal sealed class CacheSettingsValidator : AbstractValidator<CacheSettings>
{
    public CacheSettingsValidator() => RuleFor(cache => cache.Seconds).InclusiveBetween(1, 86_400);
}
