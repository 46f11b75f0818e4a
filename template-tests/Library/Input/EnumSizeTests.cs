using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>An enum of any size is read and written as the value that it is.</summary>
public sealed class EnumSizeTests
{
    [Fact]
    public async Task Enums_of_each_size_keep_their_values_on_the_way()
    {
        await using var service = await new LibraryService(typeof(SizesFeature)).Start();

        var answer = await service.Client.PostAsync("/sizes", Json("""
            {"tiny":"least","small":"least","usual":"least","large":"least","unsigned":"most","octet":"most"}
            """));

        Assert.Equal("""{"values":["-128","-32768","-2147483648","-9223372036854775808","18446744073709551615","255"],"sizes":{"tiny":"least","small":"least","usual":"least","large":"least","unsigned":"most","octet":"most"}}""",
            await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private sealed class SizesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/sizes", Echo);

        private static Echoed Echo(Sizes sizes) => new(
            [$"{sizes.Tiny:D}", $"{sizes.Small:D}", $"{sizes.Usual:D}", $"{sizes.Large:D}", $"{sizes.Unsigned:D}", $"{sizes.Octet:D}"], sizes);
    }

    private sealed record Echoed(IReadOnlyList<string> Values, Sizes Sizes);

    private sealed record Sizes(Tiny Tiny, Small Small, Usual Usual, Large Large, Unsigned Unsigned, Octet Octet);

    private enum Tiny : sbyte { None, Least = sbyte.MinValue }

    private enum Small : short { None, Least = short.MinValue }

    private enum Usual { None, Least = int.MinValue }

    private enum Large : long { None, Least = long.MinValue }

    private enum Unsigned : ulong { None, Most = ulong.MaxValue }

    private enum Octet : byte { None, Most = byte.MaxValue }
}
