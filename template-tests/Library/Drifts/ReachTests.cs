using System.Text.Json;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Library.Features.Articles;
using FastApiStyle.TemplateTests.Library.Features.Bookings;
using FastApiStyle.TemplateTests.Library.Features.Coupons;
using FastApiStyle.Testing;
using FastApiStyle.Testing.Attacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>The contract test says how far it reaches, reaches what answers lead to, and asks for the rest.</summary>
public sealed class ReachTests
{
    private static readonly Lazy<Task<string>> Articles = new(async () =>
    {
        await using var service = await new LibraryService(typeof(ArticlesFeature)) { Add = TokenUsers.Add }.Start();
        service.Client.DefaultRequestHeaders.Add("Authorization", TokenUsers.Header);
        return $"{await Contract.AttackAsync(service.Client)}";
    });

    [Theory]
    [InlineData("createComment (POST /articles/{slug}/comments)", "200 ×")]
    [InlineData("listComments (GET /articles/{slug}/comments)", "200 ×")]
    [InlineData("deleteComment (DELETE /articles/{slug}/comments/{commentId})", "204 ×")]
    [InlineData("readProfile (GET /profiles/{username})", "200 ×")]
    [InlineData("signIn (POST /members/login)", "200 ×")]
    [InlineData("deleteMe (DELETE /members/me)", "204 ×1, 401 ×")]
    public async Task What_is_in_wrappers_or_named_by_a_slug_is_found(string operation, string came) =>
        Assert.Matches($@"(?m)^{Regex.Escape(operation)} +\d+ +\d+ .*{came}", await Articles.Value);

    /// <summary>Each <c>Page</c> calls its list so, and a service may well have a resource of that name.</summary>
    [Fact]
    public void A_page_of_orders_lists_no_items()
    {
        Assert.True(DistanceOf("items") < DistanceOf("orders"));
        Assert.Equal(0, DistanceOf("items"));

        static int DistanceOf(string path) => new Thing([path], [path], "items", 1, new() { ["id"] = 7 }).Find("id", "items")!.Value.Distance;
    }

    [Fact]
    public async Task A_status_that_never_came_is_named() =>
        Assert.Matches(@"(?m)^createArticle .* 200 ×\d+, 401 ×2, 403 ×2, 415 ×4, 422 ×\d+ +413$", await Articles.Value);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_another_operation_creates_is_found_by_its_name_in_either_spelling_and_by_its_location(bool isSnakeCase)
    {
        await using var service = await new LibraryService(typeof(BookingsFeature))
        {
            Api = api => api.Naming = isSnakeCase ? JsonNamingPolicy.SnakeCaseLower : JsonNamingPolicy.CamelCase,
        }.Start();

        var report = $"{await Contract.AttackAsync(service.Client)}";

        Assert.Matches(@"(?m)^createBooking .* 201 ×", report);
        Assert.Matches($@"(?m)^readBooking \(GET /bookings/{{{(isSnakeCase ? "booking_id" : "bookingId")}}}\) .* 200 ×", report);
        Assert.Matches(@"(?m)^listBookings .* 200 ×", report);
    }

    [Theory]
    [InlineData("readCoupon (GET /coupons/{code})", "404 ×50: it needs the identifier of something that exists", "attack.Give(\"readCoupon.code\", \"…\")")]
    [InlineData("useCoupon (POST /coupons/uses)", "409 ×50: it needs a user who exists", "attack.Skip(\"useCoupon\", \"why\")")]
    [InlineData("createBatch (POST /coupons/batches)", "403 ×50: it needs a user who may", "attack.Give(\"createBatch.Authorization\", \"Bearer …\")")]
    public async Task An_operation_that_never_succeeds_is_a_failure_that_says_what_to_give_it(string operation, string need, string advice)
    {
        await using var service = await CouponsAsync();

        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client));

        Assert.Matches($"(?m)^{Regex.Escape(operation)}: no success was seen, but {need}.*{Regex.Escape(advice)}", exception.Message);
    }

    [Fact]
    public async Task What_is_given_is_sent_and_what_is_left_out_says_why()
    {
        await using var service = await CouponsAsync();

        var report = await Contract.AttackAsync(service.Client, attack => attack
            .Give("code", "spring")
            .Give("createBatch.Authorization", "Bearer manager")
            .Skip("readCoupon", "the printer is away"));

        Assert.Matches(@"(?m)^createBatch .* 200 ×", $"{report}");
        Assert.Matches(@"(?m)^useCoupon .* 204 ×", $"{report}");
        Assert.Matches(@"(?m)^readCoupon .* left out: the printer is away$", $"{report}");
    }

    [Fact]
    public async Task What_is_given_for_one_operation_goes_before_what_is_given_for_all()
    {
        await using var service = await CouponsAsync();

        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client, attack => attack
            .Give("code", "autumn")
            .Give("useCoupon.code", "spring")
            .Give("createBatch.Authorization", "Bearer manager")));

        Assert.Contains("readCoupon (GET /coupons/{code}): no success was seen", exception.Message);
        Assert.DoesNotContain("useCoupon (POST /coupons/uses): ", exception.Message);
    }

    [Fact]
    public async Task What_is_given_in_vain_is_a_failure()
    {
        await using var service = await CouponsAsync();

        var exception = await Assert.ThrowsAsync<ContractException>(() =>
            Contract.AttackAsync(service.Client, attack => attack.Give("cod", "spring").Skip("readCupon", "a slip")));

        Assert.Contains("attack.Give(\"cod\", …): it was sent nowhere", exception.Message);
        Assert.Contains("attack.Skip(\"readCupon\", …): no operation has this id", exception.Message);
    }

    private static async Task<LibraryService> CouponsAsync()
    {
        var service = await new LibraryService(typeof(CouponsFeature)) { Add = AddBearer }.Start();
        service.Client.DefaultRequestHeaders.Authorization = new("Bearer", "anna");
        return service;
    }

    private static void AddBearer(WebApplicationBuilder builder) => builder.Services.ConfigureSwaggerGen(options =>
        SignInDocs.Add(options, new() { Type = SecuritySchemeType.Http, Scheme = "bearer" }));
}
