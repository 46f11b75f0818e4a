using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle;

/// <summary>A parameter of a handler, of a dependency or of an [AsParameters] record that is read from a cookie: FastAPI's <c>Cookie()</c>.</summary>
/// <remarks>
/// It is as strict as a query. Of two cookies of one name none is taken where one is wanted: that is 422 <c>duplicate_parameter</c>, where
/// FastAPI takes the last; an array takes all. A value may stand in quotes, as Starlette has it, and is percent-decoded, as ASP.NET Core
/// writes it.
/// </remarks>
/// <param name="name">The name of the cookie, in its letter case.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class FromCookieAttribute(string name) : Attribute, IFromHeaderMetadata
{
    /// <summary>The name of the cookie.</summary>
    public string Name => name;

    // To the framework it is a header, which is set from the cookie before it looks, whatever a client has sent under this name.
    // In names of headers letter case does not count.
    string? IFromHeaderMetadata.Name => $"cookie.{string.Concat(name.Select(letter => letter is '^' or (>= 'A' and <= 'Z') ? $"^{letter}" : $"{letter}"))}";
}
