namespace FastApiStyle.OpenApi;

/// <summary>The settings under <c>Docs</c>.</summary>
internal sealed record DocsSettings
{
    /// <summary>Whether <c>/openapi.json</c> is served. The two pages need it.</summary>
    public bool OpenApi { get; init; } = true;

    /// <summary>Whether <c>/docs</c> is served.</summary>
    public bool SwaggerUi { get; init; } = true;

    /// <summary>Whether <c>/redoc</c> is served.</summary>
    public bool ReDoc { get; init; } = true;
}
