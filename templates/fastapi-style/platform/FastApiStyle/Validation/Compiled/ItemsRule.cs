namespace FastApiStyle.Validation.Compiled;

/// <summary>The tests of each item of a list.</summary>
internal sealed class ItemsRule<T, TItem>(Func<T, IEnumerable<TItem>?> get, Func<TItem, bool>[] tests) : CompiledRule<T>
{
    public override bool Holds(T value) => CompiledItems.AllHold(tests, get(value));
}
