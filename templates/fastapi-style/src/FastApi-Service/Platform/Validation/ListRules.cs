using FluentValidation;

namespace FastApiService.Platform.Validation;

/// <summary>Rules for lists, under the codes that Pydantic 2 has for them.</summary>
public static class ListRules
{
    /// <summary>At most so many items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> MaximumCount<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int maximum) =>
        rule.Must(list => list is null || list.Count <= maximum)
            .WithErrorCode("too_long").WithMessage($"List should have at most {maximum} items");

    /// <summary>No item stands twice.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> UniqueItems<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule) =>
        rule.Must(list => list is null || list.Distinct().Count() == list.Count)
            .WithErrorCode("not_unique").WithMessage("List should have no item twice");
}
