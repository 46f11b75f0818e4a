namespace FastApiStyle;

/// <summary>What the bodies of error answers look like.</summary>
public enum ErrorFormat
{
    /// <summary>Problem details (RFC 9457), <c>application/problem+json</c>.</summary>
    Problem,

    /// <summary>FastAPI's <c>{"detail": …}</c>, <c>application/json</c>, for clients that know it.</summary>
    FastApi,
}
