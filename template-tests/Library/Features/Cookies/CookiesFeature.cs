using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Cookies;

/// <summary>Reads cookies of every kind.</summary>
internal sealed class CookiesFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var cookies = routes.MapGroup("/cookies");
        cookies.MapGet("/one", ReadOne);
        cookies.MapGet("/number", ReadNumber);
        cookies.MapGet("/all", ReadAll);
        cookies.MapGet("/numbers", ReadNumbers);
        cookies.MapGet("/cases", ReadCases);
    }

    private static string ReadOne([FromCookie("Taste")] string? taste = null) => taste ?? "null";

    private static string ReadNumber([FromCookie("count")] int count) => $"{count}";

    private static string[] ReadAll([FromCookie("taste")] string[]? tastes = null) => tastes ?? ["null"];

    private static int[] ReadNumbers([FromCookie("count")] int[] counts) => counts;

    private static string ReadCases([FromCookie("a")] string? small = null, [FromCookie("A")] string? large = null) => $"{small}{large}";
}
