using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>What opens a door, whoever holds it.</summary>
internal sealed record Key : IDependency<Key>
{
    public const string Open = "sesame";

    /// <param name="xKey">The key.</param>
    /// <response code="401">The key does not fit.</response>
    public static Resolved<Key, UnauthorizedProblem> Resolve([FromHeader] string xKey) =>
        xKey == Open ? new Key() : new UnauthorizedProblem("The key does not fit.");
}
