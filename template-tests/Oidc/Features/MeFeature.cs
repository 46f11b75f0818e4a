using FastApiStyle;
using Shop.Features.Auth;

namespace Shop.Features.Me;

/// <summary>Who one is: a feature that an owner adds, which knows no more than the dependency.</summary>
public sealed class MeFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/me", ReadMe).WithTags("me");

    /// <summary>Read who one is.</summary>
    private static string ReadMe(CurrentUser user) => user.Id;
}
