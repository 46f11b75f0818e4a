using FluentValidation;
using FluentValidation.Results;

namespace FastApiStyle.Validation.Compiled;

/// <summary>The tests of one member, or of the value itself.</summary>
internal sealed class MemberRule<T, TValue>(IValidationRule<T, TValue> rule, Func<T, TValue> get, Func<TValue, bool>[] tests) : CompiledRule<T>
{
    // One for each test, made when the first of them fails; null where FluentValidation is to be asked.
    private Refusal<T, TValue>?[]? refusals;

    public override bool Holds(T value) => ValueTests.AllHold(tests, get(value));

    public override bool TryFind(T value, ref List<ValidationFailure>? failures)
    {
        var member = get(value);
        for (var i = 0; i < tests.Length; i++)
        {
            if (tests[i](member))
            {
                continue;
            }
            refusals ??= [.. rule.Components.Select(component => Refusal<T, TValue>.By(component, rule))];
            if (refusals[i]?.TryFind(member) is not { } failure)
            {
                return false;
            }
            (failures ??= []).Add(failure);
            if (rule.CascadeMode == CascadeMode.Stop)
            {
                break;
            }
        }
        return true;
    }
}
