using FluentValidation;
using static FastApiStyle.TemplateTests.Library.Validation.Compiled.Values;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>The kinds of rules that are compiled: the library's own, and FluentValidation's under the names that the library leaves.</summary>
internal static class KnownRules
{
    public static readonly IReadOnlyDictionary<string, Kind> All = new Dictionary<string, Kind>
    {
        ["Length"] = new Kind<string?>(Text, rule => rule.Length(2, 4)),
        ["exact Length"] = new Kind<string?>(Text, rule => rule.Length(3)),
        ["MinimumLength"] = new Kind<string?>(Text, rule => rule.MinimumLength(3)),
        ["MaximumLength"] = new Kind<string?>(Text, rule => rule.MaximumLength(5)),
        ["NotEmpty of a text"] = new Kind<string?>(Text, rule => rule.NotEmpty()),
        ["Matches"] = new Kind<string?>(Text, rule => rule.Matches("^[a-zA-Z0-9]+.$")),
        ["Matches, looking ahead"] = new Kind<string?>(Text, rule => rule.Matches("^(?=.*7).*$")),
        ["EmailAddress"] = new Kind<string?>(Text, rule => rule.EmailAddress()),
        ["MinimumCount"] = new Kind<IReadOnlyList<int>?>(random => List(Number, random), rule => rule.MinimumCount(2)),
        ["MaximumCount"] = new Kind<IReadOnlyList<int>?>(random => List(Number, random), rule => rule.MaximumCount(3)),
        ["UniqueItems"] = new Kind<IReadOnlyList<int>?>(random => List(Number, random), rule => rule.UniqueItems()),
        ["UniqueItems of texts"] = new Kind<IReadOnlyList<string?>?>(random => List(Text, random), rule => rule.UniqueItems()),
        ["Length of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.Length(rule!, 2, 4)),
        ["exact Length of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.Length(rule!, 3)),
        ["MinimumLength of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.MinimumLength(rule!, 3)),
        ["MaximumLength of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.MaximumLength(rule!, 5)),
        ["NotEmpty of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.NotEmpty(rule)),
        ["EmailAddress of FluentValidation"] = new Kind<string?>(Text, rule => DefaultValidatorExtensions.EmailAddress(rule!)),
        ["NotEmpty of a number"] = new Kind<int>(Number, rule => rule.NotEmpty()),
        ["NotEmpty of a number or null"] = new Kind<int?>(random => OrNull(Number, random), rule => rule.NotEmpty()),
        ["NotEmpty of a list"] = new Kind<IReadOnlyList<int>?>(random => List(Number, random), rule => rule.NotEmpty()),
        ["NotEmpty of a set"] = new Kind<IEnumerable<int>?>(random => List(Number, random)?.ToHashSet(), rule => rule.NotEmpty()),
        ["Empty"] = new Kind<string?>(Text, rule => rule.Empty()),
        ["Empty list"] = new Kind<IReadOnlyList<int>?>(random => List(Number, random), rule => rule.Empty()),
        ["NotNull"] = new Kind<string?>(Text, rule => rule.NotNull()),
        ["NotNull of a number"] = new Kind<int?>(random => OrNull(Number, random), rule => rule.NotNull()),
        ["Null"] = new Kind<string?>(Text, rule => rule.Null()),
        ["Equal"] = new Kind<int>(Number, rule => rule.Equal(3)),
        ["Equal of a number or null"] = new Kind<int?>(random => OrNull(Number, random), rule => rule.Equal(3)),
        ["Equal of a text"] = new Kind<string?>(Text, rule => rule.Equal("a")),
        ["Equal in any case"] = new Kind<string?>(Text, rule => rule.Equal("A", StringComparer.OrdinalIgnoreCase)),
        ["Equal to what is no number"] = new Kind<double>(Real, rule => rule.Equal(double.NaN)),
        ["NotEqual"] = new Kind<int>(Number, rule => rule.NotEqual(3)),
        ["NotEqual of an enum"] = new Kind<Level>(AnyLevel, rule => rule.NotEqual(Level.High)),
        ["NotEqual of a text"] = new Kind<string?>(Text, rule => rule.NotEqual("")),
        ["GreaterThan"] = new Kind<int>(Number, rule => rule.GreaterThan(3)),
        ["GreaterThan of a number or null"] = new Kind<int?>(random => OrNull(Number, random), rule => rule.GreaterThan(3)),
        ["GreaterThan of what may be no number"] = new Kind<double>(Real, rule => rule.GreaterThan(2.5)),
        ["GreaterThanOrEqualTo"] = new Kind<decimal>(Exact, rule => rule.GreaterThanOrEqualTo(3.5m)),
        ["LessThan"] = new Kind<double>(Real, rule => rule.LessThan(3)),
        ["LessThan of a text"] = new Kind<string?>(Text, rule => rule.LessThan("b")),
        ["LessThanOrEqualTo"] = new Kind<DateOnly>(Day, rule => rule.LessThanOrEqualTo(new DateOnly(2026, 1, 9))),
        ["InclusiveBetween"] = new Kind<int>(Number, rule => rule.InclusiveBetween(2, 7)),
        ["InclusiveBetween of a number or null"] = new Kind<double?>(random => OrNull(Real, random), rule => rule.InclusiveBetween(0, 5)),
        ["ExclusiveBetween"] = new Kind<decimal>(Exact, rule => rule.ExclusiveBetween(0.5m, 99)),
        ["ExclusiveBetween in an order of its own"] = new Kind<string>(
            random => Text(random) ?? "", rule => rule.ExclusiveBetween("A", "c", StringComparer.OrdinalIgnoreCase)),
        ["IsInEnum"] = new Kind<Level>(AnyLevel, rule => rule.IsInEnum()),
        ["IsInEnum or null"] = new Kind<Level?>(random => OrNull(AnyLevel, random), rule => rule.IsInEnum()),
        ["IsInEnum of flags"] = new Kind<Marks>(AnyMarks, rule => rule.IsInEnum()),
        ["IsEnumName"] = new Kind<string?>(random => random.Next(2) == 0 ? Text(random) : $"{AnyLevel(random)}", rule => rule.IsEnumName(typeof(Level))),
        ["CreditCard"] = new Kind<string?>(random => random.Next(2) == 0 ? Text(random) : "4111 1111-1111 1111", rule => rule.CreditCard()),
        ["PrecisionScale"] = new Kind<decimal>(Exact, rule => rule.PrecisionScale(5, 2, false)),
        ["PrecisionScale without zeros at the end"] = new Kind<decimal>(Exact, rule => rule.PrecisionScale(5, 2, true)),
        ["PrecisionScale of a number or null"] = new Kind<decimal?>(random => OrNull(Exact, random), rule => rule.PrecisionScale(4, 0, true)),
        ["PrecisionScale of all digits"] = new Kind<decimal>(Exact, rule => rule.PrecisionScale(30, 1, true)),
        ["a chain"] = new Kind<string?>(Text, rule => rule.NotEmpty().MaximumLength(4).NotEqual("a").Matches("^[aBx7].*$")),
        ["ForEach"] = new Kind<IReadOnlyList<string?>?>(random => List(Text, random), rule => rule.MaximumCount(4).ForEach(item => item.NotEmpty().MaximumLength(8))),
        ["ForEach of a set"] = new Kind<IEnumerable<int>?>(random => List(Number, random)?.ToHashSet(), rule => rule.ForEach(item => item.LessThan(12))),
        ["ChildRules"] = new Kind<Holder<int>?>(
            random => random.Next(5) == 0 ? null : new(Number(random)), rule => rule.ChildRules(inner => inner.RuleFor(each => each!.Value).LessThan(9))),
        ["SetValidator"] = new Kind<Holder<int>?>(
            random => random.Next(5) == 0 ? null : new(Number(random)), rule => rule.SetValidator(new UpToNine())),
        ["WhenSent"] = new Kind<Optional<string?>>(
            random => random.Next(5) == 0 ? default : new(Text(random)), rule => rule.WhenSent(sent => sent.NotEmpty().MaximumLength(3))),
        ["WhenSent of a number or null"] = new Kind<Optional<int?>>(
            random => random.Next(5) == 0 ? default : new(OrNull(Number, random)), rule => rule.WhenSent(sent => sent.NotNull().InclusiveBetween(0, 9))),
    };

    private sealed class UpToNine : AbstractValidator<Holder<int>?>
    {
        public UpToNine()
        {
            Include(new NotThree());
            RuleFor(holder => holder!.Value).LessThan(10);
            RuleFor(holder => holder).NotNull();
        }
    }

    private sealed class NotThree : AbstractValidator<Holder<int>?>
    {
        public NotThree() => RuleFor(holder => holder!.Value).NotEqual(3);
    }
}
