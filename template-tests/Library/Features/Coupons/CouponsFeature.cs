using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Coupons;

/// <summary>Operations that succeed only with what nobody can guess.</summary>
public sealed class CouponsFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.AddAuthorizationBuilder().AddPolicy("managers", policy => policy.RequireUserName("manager"));

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var coupons = routes.MapGroup("/coupons").WithTags("coupons");
        coupons.MapGet("/{code}", ReadCoupon);
        coupons.MapPost("/uses", UseCoupon);
        coupons.MapPost("/batches", CreateBatch).RequireAuthorization("managers");
    }

    /// <summary>Read a coupon.</summary>
    private static Results<Ok<Coupon>, NotFoundProblem> ReadCoupon(string code) =>
        code == "spring" ? TypedResults.Ok(new Coupon("spring")) : new NotFoundProblem("There is no such coupon.");

    /// <summary>Use a coupon.</summary>
    private static Results<NoContent, ConflictProblem> UseCoupon(CouponUse use) =>
        use is { Coupon.Code: "spring", Buyer: "anna" } ? TypedResults.NoContent() : new ConflictProblem("This coupon cannot be used.");

    /// <summary>Create a batch.</summary>
    private static Ok<Coupon> CreateBatch(Coupon coupon, ClaimsPrincipal user) => TypedResults.Ok(coupon with { Code = user.Identity!.Name! });
}

public sealed record Coupon(string Code);

/// <param name="Buyer" example="anna">Who buys.</param>
/// <param name="Coupon">Which one.</param>
public sealed record CouponUse(string Buyer, Coupon Coupon);

public sealed class CouponValidator : AbstractValidator<Coupon>
{
    public CouponValidator() => RuleFor(coupon => coupon.Code).Length(3, 20);
}
