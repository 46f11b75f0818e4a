using System.Runtime.InteropServices;
using FastApiStyle.Validation.Compiled;
using FluentValidation;
using FluentValidation.Validators;

namespace FastApiStyle.Validation;

internal sealed class UniqueRule<T, TItem> : PropertyValidator<T, IReadOnlyCollection<TItem>?>, IUniqueRule, IValueRule<IReadOnlyCollection<TItem>?>
{
    // Of so few, comparing each with each costs less than a set.
    private const int Few = 16;

    public override string Name => "UniqueValidator";

    public bool Holds(IReadOnlyCollection<TItem>? value) => value switch
    {
        null or { Count: < 2 } => true,
        TItem[] { Length: <= Few } array => AreFewUnique(array),
        List<TItem> { Count: <= Few } list => AreFewUnique(CollectionsMarshal.AsSpan(list)),
        _ => value.Distinct().Count() == value.Count,
    };

    public override bool IsValid(ValidationContext<T> context, IReadOnlyCollection<TItem>? value) => Holds(value);

    protected override string GetDefaultMessageTemplate(string errorCode) => "'{PropertyName}' must have no item twice.";

    private static bool AreFewUnique(ReadOnlySpan<TItem> items)
    {
        for (var i = 1; i < items.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (EqualityComparer<TItem>.Default.Equals(items[i], items[j]))
                {
                    return false;
                }
            }
        }
        return true;
    }
}
