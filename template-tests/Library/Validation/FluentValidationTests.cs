using System.Globalization;
using FastApiStyle.TemplateTests.Library.Input;
using FastApiStyle.TemplateTests.Runtime;
using FluentValidation;
using FluentValidation.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Validation;

/// <summary>What the library leaves of FluentValidation as its users know it, and what it does not.</summary>
public sealed class FluentValidationTests
{
    private const string Body =
        """{"cardNumber":"1234","weekDay":9,"firstName":"x","lastName":"x","nickName":"x","halfPrice":1.5,"fullPrice":12345.678}""";

    [Theory]
    [InlineData("")]
    [InlineData("ko-KR")]
    [InlineData("de-DE")]
    public async Task Faults_are_worded_in_the_language_of_no_machine(string culture)
    {
        await using var service = await Start(culture);

        using var answer = await service.Client.Send(HttpMethod.Post, "/cards", Body);

        Assert.Equal(
            [
                "'cardNumber' is not a valid credit card number.",
                "Input should be less than 8",
                "The specified condition was not met for 'firstName'.",
                "Input is equal to what it should not be",
                "'nickName' must be empty.",
                "Input should be greater than 2.5",
                "Decimal input should have no more than 2 decimal places",
            ],
            (await answer.MustBeProblem(422))["errors"]!.AsArray().Select(fault => (string)fault!["msg"]!));
    }

    [Theory]
    [InlineData("ko-KR")]
    [InlineData("de-DE")]
    public async Task Wrong_settings_are_worded_in_the_language_of_no_machine(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            new LibraryService(typeof(CardsFeature), typeof(CardSettingsValidator)) { Add = builder => builder.AddSettings<CardSettings>("Cards") }.Start());

        Assert.Equal("The setting Cards:MaxCount is wrong: must be greater than '0.5'.", Assert.Single(refusal.Failures));
    }

    [Fact]
    public async Task Everything_else_that_is_global_is_left_as_it_was()
    {
        await using var service = await Start();
        using var answer = await service.Client.Send(HttpMethod.Post, "/cards", Body);
        await answer.MustBeProblem(422);

        var (actual, pristine) = (ValidatorOptions.Global, new ValidatorConfiguration());

        Assert.Equal(pristine.PropertyNameResolver, actual.PropertyNameResolver);
        Assert.Equal(pristine.DisplayNameResolver, actual.DisplayNameResolver);
        Assert.Equal(pristine.ErrorCodeResolver, actual.ErrorCodeResolver);
        Assert.Equal(pristine.MessageFormatterFactory, actual.MessageFormatterFactory);
        Assert.Equal(pristine.PropertyChainSeparator, actual.PropertyChainSeparator);
        Assert.Equal(pristine.DefaultClassLevelCascadeMode, actual.DefaultClassLevelCascadeMode);
        Assert.Equal(pristine.DefaultRuleLevelCascadeMode, actual.DefaultRuleLevelCascadeMode);
        Assert.Equal(pristine.Severity, actual.Severity);
        Assert.Equal(pristine.LanguageManager.GetType(), actual.LanguageManager.GetType());
        Assert.Equal((pristine.LanguageManager.Enabled, pristine.LanguageManager.Culture), (actual.LanguageManager.Enabled, actual.LanguageManager.Culture));
    }

    [Fact]
    public async Task A_validator_that_is_asked_by_hand_gives_the_names_and_the_words_of_FluentValidation()
    {
        await using var service = await Start();
        using var answer = await service.Client.Send(HttpMethod.Post, "/cards", Body);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");

        var failure = new CardValidator().Validate(new Card("1234", 1, "x", "y", "x", 1.5m, 1)).Errors[0];

        Assert.Equal(("CardNumber", "CreditCardValidator"), (failure.PropertyName, failure.ErrorCode));
        Assert.Equal("'Card Number' is not a valid credit card number.", failure.ErrorMessage);
    }

    private static Task<LibraryService> Start(string culture = "") => new LibraryService(typeof(CardsFeature), typeof(CardValidator))
    {
        UseFirst = app => app.Use((http, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return next(http);
        }),
    }.Start();

    internal sealed class CardsFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPost("/cards", (Card card) => TypedResults.Ok(card.CardNumber));
    }

    internal sealed record Card(
        string CardNumber, int WeekDay, string FirstName, string LastName, string NickName, decimal HalfPrice, decimal FullPrice);

    internal sealed class CardValidator : AbstractValidator<Card>
    {
        public CardValidator()
        {
            RuleFor(card => card.CardNumber).CreditCard();
            RuleFor(card => card.WeekDay).LessThan(8);
            RuleFor(card => card.FirstName).Must(name => name.Length > 1);
            RuleFor(card => card.LastName).NotEqual(card => card.FirstName);
            RuleFor(card => card.NickName).Empty();
            RuleFor(card => card.HalfPrice).GreaterThan(2.5m);
            RuleFor(card => card.FullPrice).PrecisionScale(6, 2, true);
        }
    }

    internal sealed record CardSettings
    {
        public decimal MaxCount { get; init; }
    }

    internal sealed class CardSettingsValidator : AbstractValidator<CardSettings>
    {
        public CardSettingsValidator() => RuleFor(settings => settings.MaxCount).GreaterThan(0.5m);
    }
}
