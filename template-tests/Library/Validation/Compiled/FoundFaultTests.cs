using FastApiStyle.Errors;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>What is found is what FluentValidation finds, whichever rules it is asked.</summary>
public sealed class FoundFaultTests
{
    [Fact]
    public async Task Every_fault_is_named_in_the_order_of_FluentValidation()
    {
        var validator = new TreeValidator();
        var random = new Random(15);
        for (var i = 0; i < Values.Count; i++)
        {
            var tree = Any(random, 3);

            var found = await Ask(validator, tree);

            Assert.Equal((await validator.ValidateAsync(tree)).Errors.Select(failure => failure.PropertyName), found);
        }
    }

    [Fact]
    public async Task A_rule_that_is_not_known_is_asked_once()
    {
        var asked = 0;
        var validator = new InlineValidator<Holder<string>>();
        validator.RuleFor(holder => holder.Value).MaximumLength(3);
        validator.RuleFor(holder => holder.Value).Must(_ => ++asked == 0);

        await Ask(validator, new Holder<string>("abc"));
        Assert.Equal(1, asked);

        await Ask(validator, new Holder<string>("abcd"));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Proven_rules_are_not_asked_again()
    {
        var validator = new InlineValidator<Counted>();
        validator.RuleFor(value => value.Number).GreaterThan(0);
        validator.RuleFor(value => value).Must(_ => true);
        var value = new Counted();

        await Ask(validator, value);

        Assert.Equal(1, value.Reads);
    }

    private static async Task<IEnumerable<string>> Ask<T>(IValidator<T> validator, T value) =>
        (await Found.In(value, validator)).Select(fault => PathOf(fault));

    private static string PathOf(Fault fault) =>
        string.Concat(fault.Loc.Skip(1).Select(part => part is int ? $"[{part}]" : $".{part}")).TrimStart('.');

    private static Tree Any(Random random, int depth) => new(
        random.Next(6) == 0 ? "" : new string('x', random.Next(1, 7)), random.Next(12),
        depth == 0 || random.Next(3) == 0 ? null : Any(random, depth - 1),
        depth == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any(random, depth - 1))]);

    private sealed record Tree(string Name, int Number, Tree? Inner, IReadOnlyList<Tree> Items);

    /// <summary>Of each kind some: known, conditional, its owner's, and of what a value holds, itself.</summary>
    private sealed class TreeValidator : AbstractValidator<Tree>
    {
        public TreeValidator()
        {
            RuleFor(tree => tree.Name).NotEmpty().MaximumLength(5);
            RuleFor(tree => tree.Number).Must(number => number != 11);
            RuleFor(tree => tree.Number).LessThan(10).When(tree => tree.Name != "xx");
            RuleFor(tree => tree.Inner!).SetValidator(this);
            RuleForEach(tree => tree.Items).SetValidator(this);
            RuleFor(tree => tree.Number).InclusiveBetween(1, 11);
        }
    }

    private sealed class Counted
    {
        public int Reads { get; private set; }

        public int Number => ++Reads;
    }
}
