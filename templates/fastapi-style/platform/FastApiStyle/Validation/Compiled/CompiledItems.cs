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
            case IReadOnlyList<TItem> list:
                return AllHold(tests, list);
            case IReadOnlyCollection<TItem> or ICollection<TItem>:
                foreach (var item in items)
                {
                    if (!ValueTests.AllHold(tests, item))
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
            if (!ValueTests.AllHold(tests, item))
            {
                return false;
            }
        }
        return true;
    }

    private static bool AllHold<TItem>(Func<TItem, bool>[] tests, IReadOnlyList<TItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!ValueTests.AllHold(tests, items[i]))
            {
                return false;
            }
        }
        return true;
    }
}
