using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What is wrong with a setting, in a sentence of the service's own rules.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task Each_rule_of_the_library_says_what_is_wrong_with_a_setting()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            new LibraryService(typeof(ParcelSettings), typeof(ParcelSettingsValidator)) { Add = builder => builder.AddSettings<ParcelSettings>("Parcels") }.Start());

        Assert.Equal(
            [
                "The setting Parcels:Key is wrong: must have at least 20 characters, and has 5.",
                "The setting Parcels:Note is wrong: must have at most 3 characters, and has 5.",
                "The setting Parcels:Land is wrong: must have exactly 2 characters, and has 5.",
                "The setting Parcels:City is wrong: must have 6 to 9 characters, and has 5.",
                "The setting Parcels:Zip is wrong: must match the pattern ^[0-9]{5}$.",
                "The setting Parcels:Sender is wrong: must be an e-mail address.",
                "The setting Parcels:Name is wrong: must not be empty.",
                "The setting Parcels:Stops is wrong: must have at most 1 items, and has 2.",
                "The setting Parcels:Stops is wrong: must have no item twice.",
            ],
            refusal.Failures);
    }

    [Fact]
    public async Task Settings_are_bound_and_checked_once_for_all_who_ask_for_them()
    {
        var checks = 0;
        await using var service = await new LibraryService
        {
            Add = builder =>
            {
                builder.AddSettings<StampSettings>("Stamps");
                builder.Services.AddOptions<StampSettings>().Validate(_ => Interlocked.Increment(ref checks) > 0);
            },
        }.Start();

        var options = service.Services.GetRequiredService<IOptions<StampSettings>>();

        Assert.Same(service.Services.GetRequiredService<IOptionsMonitor<StampSettings>>().CurrentValue, options.Value);
        Assert.Equal(1, checks);
    }

    internal sealed record StampSettings
    {
        public int Price { get; init; } = 1;
    }

    internal sealed record ParcelSettings
    {
        public string Key { get; init; } = "short";

        public string Note { get; init; } = "short";

        public string Land { get; init; } = "short";

        public string City { get; init; } = "short";

        public string Zip { get; init; } = "short";

        public string Sender { get; init; } = "short";

        public string Name { get; init; } = " ";

        public IReadOnlyList<string> Stops { get; init; } = ["twice", "twice"];
    }

    internal sealed class ParcelSettingsValidator : AbstractValidator<ParcelSettings>
    {
        public ParcelSettingsValidator()
        {
            RuleFor(parcels => parcels.Key).MinimumLength(20);
            RuleFor(parcels => parcels.Note).MaximumLength(3);
            RuleFor(parcels => parcels.Land).Length(2);
            RuleFor(parcels => parcels.City).Length(6, 9);
            RuleFor(parcels => parcels.Zip).Matches("^[0-9]{5}$");
            RuleFor(parcels => parcels.Sender).EmailAddress();
            RuleFor(parcels => parcels.Name).NotEmpty();
            RuleFor(parcels => parcels.Stops).MaximumCount(1).UniqueItems();
        }
    }
}
