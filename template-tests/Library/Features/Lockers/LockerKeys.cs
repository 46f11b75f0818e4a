using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FastApiStyle.TemplateTests.Library.Features.Lockers;

internal sealed record HeaderKey : IDependency<HeaderKey>
{
    public const string Open = "sesame";

    /// <param name="key">The key on your ring.</param>
    /// <response code="401">The key does not fit.</response>
    public static Resolved<HeaderKey, UnauthorizedProblem> Resolve([SecurityScheme, FromHeader(Name = "X-Locker-Key")] string? key = null) =>
        key == Open ? new HeaderKey() : new UnauthorizedProblem("The key does not fit.");
}

internal sealed record QueryKey : IDependency<QueryKey>
{
    public static Resolved<QueryKey, UnauthorizedProblem> Resolve([SecurityScheme] string? lockerKey = null) =>
        lockerKey == HeaderKey.Open ? new QueryKey() : new UnauthorizedProblem();
}

internal sealed record CookieKey : IDependency<CookieKey>
{
    public static Resolved<CookieKey, UnauthorizedProblem> Resolve([SecurityScheme, FromCookie("locker")] string? key = null) =>
        key == HeaderKey.Open ? new CookieKey() : new UnauthorizedProblem();
}

internal sealed record BasicUser(string Name) : IDependency<BasicUser>
{
    public static Resolved<BasicUser, UnauthorizedProblem> Resolve([SecurityScheme("basic"), FromHeader] string? authorization = null) =>
        authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("anna:sesame"))}" ? new BasicUser("anna") : new UnauthorizedProblem();
}

/// <summary>Somebody who has a key, or else is a user.</summary>
internal sealed record Opener(string Name) : IDependency<Opener>
{
    public static Resolved<Opener, UnauthorizedProblem> Resolve(
        ClaimsPrincipal user, [SecurityScheme, FromHeader(Name = "X-Locker-Key")] string? key = null) =>
        key == HeaderKey.Open ? new Opener("a key") : user.Identity?.Name is { } name ? new Opener(name) : new UnauthorizedProblem();
}

/// <summary>The key, where somebody has one.</summary>
internal sealed record AnyKey(string? Text) : IDependency<AnyKey>
{
    public static AnyKey Resolve([SecurityScheme, FromHeader(Name = "X-Locker-Key")] string? key = null) => new(key);
}

/// <summary>Refuses for what another one has read.</summary>
internal sealed record Checked : IDependency<Checked>
{
    public static Resolved<Checked, UnauthorizedProblem> Resolve(AnyKey key) => key.Text == HeaderKey.Open ? new Checked() : new UnauthorizedProblem();
}

internal sealed record Renter(string Name) : IDependency<Renter>
{
    public static Resolved<Renter, UnauthorizedProblem> Resolve(ClaimsPrincipal user) =>
        user.Identity?.Name is { } name ? new Renter(name) : new UnauthorizedProblem();
}
