using System.Security.Claims;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>Who asks.</summary>
internal sealed record Caller(string Name) : IDependency<Caller>
{
    /// <summary>Words for developers, which stand in no document.</summary>
    /// <response code="401">Nobody knows you.</response>
    /// <response code="403">You are banned.</response>
    public static async ValueTask<Resolved<Caller, UnauthorizedProblem, ForbiddenProblem>> ResolveAsync(
        ClaimsPrincipal user, Diary diary, CancellationToken cancellation)
    {
        await Task.Yield();
        diary.Write($"caller {user.Identity?.Name}");
        return user.Identity?.Name switch
        {
            "anna" => new Caller("anna"),
            "banned" => new ForbiddenProblem("You are banned."),
            "removed" => new UnauthorizedProblem("You have been removed."),
            _ => new UnauthorizedProblem(),
        };
    }
}

/// <summary>Who asks, where they say it.</summary>
internal sealed record Viewer(string? Name) : IDependency<Viewer>
{
    public static Viewer Resolve(ClaimsPrincipal user) => new(user.Identity?.Name);
}
