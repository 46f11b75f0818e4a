using FastApiStyle.TemplateTests.Library.Features.Lockers;
using FastApiStyle.Testing;
using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Drifts;

/// <summary>A service that asks for a key passes the contract test by the line that its advice names.</summary>
public sealed class KeyTests
{
    [Theory]
    [InlineData("fillByHeader", "it needs a key that fits, so give it, attack.Give(\"X-Locker-Key\", \"…\"), or only here, attack.Give(\"fillByHeader.X-Locker-Key\", \"…\")")]
    [InlineData("readByCookie", "it needs a key that fits, so give it, attack.Give(\"Cookie\", \"locker=…\"), or only here, attack.Give(\"readByCookie.Cookie\", \"locker=…\")")]
    public async Task Without_a_key_it_says_how_to_give_one(string operation, string advice)
    {
        await using var service = await new LibraryService(typeof(LockersFeature)).Start();

        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client));

        Assert.Matches($"(?m)^{operation} .*: no success was seen, but 401 ×\\d+: {System.Text.RegularExpressions.Regex.Escape(advice)}", exception.Message);
    }

    [Fact]
    public async Task A_key_that_no_scheme_names_is_advised_by_its_parameter()
    {
        await using var service = await new LibraryService(typeof(SafesFeature), typeof(SafeKey), typeof(SafeContentValidator)).Start();

        var exception = await Assert.ThrowsAsync<ContractException>(() => Contract.AttackAsync(service.Client));

        Assert.Contains("give it, attack.Give(\"fillSafe.X-Safe-Key\", \"…\"); and where that is a key, let its dependency say so by [SecurityScheme]", exception.Message);
    }

    [Fact]
    public async Task The_example_of_a_key_is_enough()
    {
        await using var service = await new LibraryService(typeof(ChestsFeature), typeof(ChestKey), typeof(SafeContentValidator)).Start();

        var report = await Contract.AttackAsync(service.Client);

        Assert.Matches(@"(?m)^fillChest .* 200 ×\d+, 401 ×\d+, 415 ×4, 422 ×\d{2,}", $"{report}");
    }

    internal sealed class SafesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/safes", FillSafe).RequireDependency<SafeKey>();

        private static Ok<SafeContent> FillSafe(SafeContent content) => TypedResults.Ok(content);
    }

    internal sealed record SafeKey : IDependency<SafeKey>
    {
        public static Resolved<SafeKey, UnauthorizedProblem> Resolve([FromHeader] string? xSafeKey = null) =>
            xSafeKey == HeaderKey.Open ? new SafeKey() : new UnauthorizedProblem();
    }

    internal sealed class ChestsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/chests", FillChest).RequireDependency<ChestKey>();

        private static Ok<SafeContent> FillChest(SafeContent content) => TypedResults.Ok(content);
    }

    internal sealed record ChestKey : IDependency<ChestKey>
    {
        /// <param name="xChestKey">The key. <example>sesame</example></param>
        public static Resolved<ChestKey, UnauthorizedProblem> Resolve([FromHeader] string xChestKey) =>
            xChestKey == HeaderKey.Open ? new ChestKey() : new UnauthorizedProblem();
    }

    internal sealed record SafeContent(string Text);

    internal sealed class SafeContentValidator : AbstractValidator<SafeContent>
    {
        public SafeContentValidator() => RuleFor(content => content.Text).Length(1, 10);
    }
}
