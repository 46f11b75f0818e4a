using System.Runtime.InteropServices;

namespace FastApiStyle.Validation.Compiled;

/// <summary>Asks the tests of items about each of a list.</summary>
internal static class CompiledItems
{
    /// <returns>False for a sequence, too, that may be made while it is read, and not twice.</returns>
    public static bool AllHold<TItem>(Func<TItem, bool>[] tests, IEnumerable<TItem>? items)
    {
        switch (items)
        {
            case null:
                return true;
            case TItem[] array:
                return AllHold(tests, new ReadOnlySpan<TItem>(array));
            case List<TItem> list:
                return AllHold(tests, CollectionsMarshal.AsSpan(list));
            case IReadOnlyCollection<TItem> or ICollection<TItem>:
                foreach (var item in items)
                {
                    if (!CompiledRule.AllHold(tests, item))
                    {
                        return false;
                    }
                }
                return true;
            default:
                return false;
        }
    }

    private static bool AllHold<TItem>(Func<TItem, bool>[] tests, ReadOnlySpan<TItem> items)
    {
        foreach (var item in items)
        {
            if (!CompiledRule.AllHold(tests, item))
            {
                return false;
            }
        }
        return true;
    }
}
