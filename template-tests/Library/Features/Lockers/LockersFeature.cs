using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Features.Lockers;

/// <summary>Lockers, which are opened by keys of every kind.</summary>
internal sealed class LockersFeature : IFeature
{
    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var lockers = routes.MapGroup("/lockers").WithTags("lockers");
        lockers.MapPost("/header", FillByHeader);
        lockers.MapGet("/query", ReadByQuery).RequireDependency<QueryKey>();
        lockers.MapGet("/cookie", ReadByCookie).RequireDependency<CookieKey>();
        lockers.MapGet("/basic", ReadByBasic);
        lockers.MapGet("/either", ReadByEither);
        lockers.MapGet("/any", ReadByAny);
        lockers.MapGet("/checked", ReadByChecked).RequireDependency<Checked>();
        lockers.MapGet("/both", ReadByBoth).RequireDependency<HeaderKey>();
        lockers.MapGet("/late", ReadLate);
    }

    /// <summary>Fill one.</summary>
    private static Ok<Content> FillByHeader(Content content, HeaderKey key) => key is null ? throw new InvalidOperationException() : TypedResults.Ok(content);

    /// <summary>Read one.</summary>
    private static string ReadByQuery() => "open";

    /// <summary>Read one.</summary>
    private static string ReadByCookie() => "open";

    /// <summary>Read one.</summary>
    private static string ReadByBasic(BasicUser user) => user.Name;

    /// <summary>Read one.</summary>
    private static string ReadByEither(Opener opener) => opener.Name;

    /// <summary>Read one.</summary>
    private static string ReadByAny(AnyKey key) => key.Text ?? "none";

    /// <summary>Read one.</summary>
    private static string ReadByChecked() => "open";

    /// <summary>Read one.</summary>
    private static string ReadByBoth(Renter renter) => renter.Name;

    /// <summary>Read one that has been emptied.</summary>
    private static Results<Ok<string>, UnauthorizedProblem> ReadLate(AnyKey key) =>
        key.Text == HeaderKey.Open ? TypedResults.Ok("open") : throw new ProblemException(new UnauthorizedProblem("Too late."));
}

/// <param name="Text">What it is.</param>
internal sealed record Content(string Text);

internal sealed class ContentValidator : AbstractValidator<Content>
{
    public ContentValidator() => RuleFor(content => content.Text).Length(1, 10);
}
