using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>A parameter of a handler, of a dependency or of an [AsParameters] record that is read from a cookie: FastAPI's <c>Cookie()</c>.</summary>
/// <param name="name">The name of the cookie.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromCookieAttribute(string name) : Attribute, IFromHeaderMetadata
{
    /// <summary>The name of the cookie.</summary>
    public string Name => name;

    // To the framework it is a header, which is set from the cookie before it looks, whatever a client has sent under this name.
    string? IFromHeaderMetadata.Name => $"cookie.{name}";
}
