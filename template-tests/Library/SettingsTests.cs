using System.ComponentModel.DataAnnotations;
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
    public async Task Each_attribute_says_what_is_wrong_with_a_setting_and_with_those_in_it()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => new LibraryService(typeof(CarrierSettings))
        {
            Add = builder =>
            {
                builder.Configuration["Carrier:Depots:0:Name"] = "";
                builder.Configuration["Carrier:ByLand:kr:Name"] = "";
                builder.Configuration["Carrier:ByLand:de:Name"] = "North";
                builder.AddSettings<CarrierSettings>("Carrier");
            },
        }.Start());

        Assert.Equal(
            [
                "The setting Carrier:Key is wrong: must have at least 20 characters, and has 5.",
                "The setting Carrier:Note is wrong: must have at most 3 characters, and has 5.",
                "The setting Carrier:City is wrong: must have 6 to 9 characters, and has 5.",
                "The setting Carrier:Street is wrong: must have 6 to 9 characters, and has 5.",
                "The setting Carrier:Code is wrong: must have at most 3 characters, and has 5.",
                "The setting Carrier:Zip is wrong: must match the pattern ^[0-9]{5}$.",
                "The setting Carrier:Sender is wrong: must be an e-mail address.",
                "The setting Carrier:Page is wrong: must be an address such as https://example.com.",
                "The setting Carrier:Name is wrong: must not be empty.",
                "The setting Carrier:Unset is wrong: must not be empty.",
                "The setting Carrier:Speed is wrong: must be one of fast, faster.",
                "The setting Carrier:Days is wrong: must be between 1 and 30, and is 0.",
                "The setting Carrier:Vans is wrong: must be at least 1, and is 0.",
                "The setting Carrier:Share is wrong: must be greater than 0 and at most 0.5, and is 0.",
                "The setting Carrier:Bytes is wrong: must be between 1 and 30, and is 3000000000.",
                "The setting Carrier:Price is wrong: must be between 1 and 30, and is 30.4.",
                "The setting Carrier:Debt is wrong: must be at most 10, and is 11.",
                "The setting Carrier:Lands is wrong: must have exactly 1 items, and has 2.",
                "The setting Carrier:Tags is wrong: must have at least 1 items, and has 0.",
                "The setting Carrier:Port is wrong: must be between 1 and 65535.",
                "The setting Carrier:Secret is wrong: The carrier knows it.",
                "The setting Carrier:Card is wrong: is not a valid credit card number.",
                "The setting Carrier:Own is wrong: must be even.",
                "The setting Carrier:Home:Name is wrong: must not be empty.",
                "The setting Carrier:Depots:0:Name is wrong: must not be empty.",
                "The setting Carrier:ByLand:kr:Name is wrong: must not be empty.",
                "The setting Carrier is wrong: The carrier is closed.",
                "The setting Carrier:Days is wrong: must be more than Vans.",
            ],
            refusal.Failures);
    }

    [Fact]
    public async Task Attributes_and_a_validator_are_asked_at_once()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            new LibraryService(typeof(PriceSettings), typeof(PriceSettingsValidator)) { Add = builder => builder.AddSettings<PriceSettings>("Prices") }.Start());

        Assert.Equal(
            [
                "The setting Prices:Least is wrong: must be at least 1, and is 0.",
                "The setting Prices:Steps:0 is wrong: must be less than '0'.",
                "The setting Prices is wrong: must be set.",
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

    internal sealed record PriceSettings
    {
        [Range(1, int.MaxValue)]
        public int Least { get; init; }

        public IReadOnlyList<int> Steps { get; init; } = [0];
    }

    internal sealed class PriceSettingsValidator : AbstractValidator<PriceSettings>
    {
        public PriceSettingsValidator()
        {
            RuleForEach(prices => prices.Steps).LessThan(prices => prices.Least);
            RuleFor(prices => prices).Custom((_, context) => context.AddFailure("must be set"));
        }
    }

    [Open]
    internal sealed record CarrierSettings : IValidatableObject
    {
        [MinLength(20)]
        public string Key { get; init; } = "short";

        [MaxLength(3)]
        public string Note { get; init; } = "short";

        [Length(6, 9)]
        public string City { get; init; } = "short";

        [StringLength(9, MinimumLength = 6)]
        public string Street { get; init; } = "short";

        [StringLength(3)]
        public string Code { get; init; } = "short";

        [RegularExpression("^[0-9]{5}$")]
        public string Zip { get; init; } = "short";

        [EmailAddress]
        public string Sender { get; init; } = "short";

        [Url]
        public string Page { get; init; } = "short";

        [Required]
        public string Name { get; init; } = " ";

        [Required]
        public string? Unset { get; init; }

        [AllowedValues("fast", "faster")]
        public string Speed { get; init; } = "slow";

        [Range(1, 30)]
        public int Days { get; init; }

        [Range(1, int.MaxValue)]
        public int Vans { get; init; }

        [Range(0, 0.5, MinimumIsExclusive = true)]
        public double Share { get; init; }

        [Range(1, 30)]
        public long Bytes { get; init; } = 3_000_000_000;

        [Range(1, 30)]
        public decimal Price { get; init; } = 30.4m;

        [Range(int.MinValue, 10)]
        public int Debt { get; init; } = 11;

        [Length(1, 1)]
        public IReadOnlyList<string> Lands { get; init; } = ["kr", "de"];

        [MinLength(1)]
        public HashSet<string> Tags { get; init; } = [];

        [Range(1, 65535)]
        public string Port { get; init; } = "70000";

        [Range(1, 30)]
        public int? Unknown { get; init; }

        [MinLength(20, ErrorMessage = "The carrier knows it.")]
        public string Secret { get; init; } = "short";

        [CreditCard]
        public string Card { get; init; } = "short";

        [Even]
        public int Own { get; init; } = 1;

        /// <summary>Computed of what is wrong.</summary>
        public Uri Address => new(Page);

        public Depot Home { get; } = new();

        public IReadOnlyList<Depot> Depots { get; init; } = [];

        public Dictionary<string, Depot> ByLand { get; init; } = [];

        public TimeSpan Pause { get; init; }

        public Ring Ring { get; } = new();

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            Days > Vans ? [] : [new("must be more than Vans.", [nameof(Days)])];
    }

    internal sealed record Ring
    {
        public Ring() => Next = this;

        public Ring Next { get; }
    }

    /// <param name="Name">Its rule stands on the parameter.</param>
    internal sealed record Depot([Required] string Name = "");

    private sealed class OpenAttribute() : ValidationAttribute("The carrier is closed.")
    {
        public override bool IsValid(object? value) => false;
    }

    private sealed class EvenAttribute() : ValidationAttribute("must be even.")
    {
        public override bool IsValid(object? value) => value is int number && number % 2 == 0;
    }
}
