using FastApiStyle.Validation.Compiled;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>A value with the rules of a test.</summary>
internal sealed record Holder<TValue>(TValue Value);

/// <summary>Rules of one kind, and the values that they are asked about.</summary>
internal abstract record Kind
{
    /// <summary>How many values were proven, and how many FluentValidation refuses.</summary>
    public abstract (int Proven, int Refused) MustAgree();

    /// <summary>How many values are refused, and of how many of these FluentValidation is not asked why.</summary>
    public abstract Task<(int Refused, int Found)> MustSayTheSame(CascadeMode cascade);

    /// <summary>What all values together allocate that are proven, in the best of some times.</summary>
    public abstract long Allocate();
}

internal sealed record Kind<TValue>(Func<Random, TValue> Next, Action<IRuleBuilder<Holder<TValue>, TValue>> Rules) : Kind
{
    public override (int Proven, int Refused) MustAgree()
    {
        var validator = new InlineValidator<Holder<TValue>>();
        Rules(validator.RuleFor(holder => holder.Value));
        var compiled = RuleCompiler.Of(validator);
        Assert.True(compiled is { HasOthers: false }, "These rules could not be compiled.");

        var random = new Random(14);
        var (proven, refused) = (0, 0);
        for (var i = 0; i < Values.Count; i++)
        {
            var holder = new Holder<TValue>(Next(random));
            var isValid = validator.Validate(holder).IsValid;
            Assert.True(isValid == compiled.IsProven(holder), $"FluentValidation says {isValid} of {holder.Value}.");
            (proven, refused) = isValid ? (proven + 1, refused) : (proven, refused + 1);
        }
        return (proven, refused);
    }

    public override async Task<(int Refused, int Found)> MustSayTheSame(CascadeMode cascade)
    {
        var (validator, asked) = (new InlineValidator<Holder<TValue>>(), new Found.ByFluentValidation<Holder<TValue>>());
        validator.RuleLevelCascadeMode = asked.RuleLevelCascadeMode = cascade;
        Rules(validator.RuleFor(holder => holder.Value));
        Rules(asked.RuleFor(holder => holder.Value));
        var compiled = RuleCompiler.Of(validator)!;

        var random = new Random(16);
        var (refused, found) = (0, 0);
        for (var i = 0; i < Values.Count / 4; i++)
        {
            var holder = new Holder<TValue>(Next(random));
            Assert.Equal(await Found.TextIn(holder, asked), await Found.TextIn(holder, validator));
            refused += compiled.IsProven(holder) ? 0 : 1;
            found += compiled.TryFind(holder, out var failures) && failures is not null ? 1 : 0;
        }
        return (refused, found);
    }

    public override long Allocate()
    {
        var (validator, random) = (new InlineValidator<Holder<TValue>>(), new Random(14));
        Rules(validator.RuleFor(holder => holder.Value));
        var compiled = RuleCompiler.Of(validator)!;
        Holder<TValue>[] proven = [.. Enumerable.Range(0, Values.Count).Select(_ => new Holder<TValue>(Next(random))).Where(compiled.IsProven)];

        // A pattern keeps what it has learned of texts, the first time.
        var least = long.MaxValue;
        for (var time = 0; time < 10 && least > 0; time++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var holder in proven)
            {
                compiled.IsProven(holder);
            }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
