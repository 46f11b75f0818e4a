using FastApiStyle;
using FluentValidation;

namespace FeatureNamespace.Features.EntityPlural;

/// <summary>A new entity-words.</summary>
/// <param name="Name">What it is called. No two entities-words share a name. <example>First entity-words</example></param>
/// <param name="Description">What one should know of it. <example>The first of many.</example></param>
public sealed record EntityNameCreate(
    string Name,
    string? Description = null);

public sealed class EntityNameCreateValidator : AbstractValidator<EntityNameCreate>
{
    public EntityNameCreateValidator()
    {
        RuleFor(entityName => entityName.Name).EntityNameName();
        RuleFor(entityName => entityName.Description).EntityNameDescription();
    }
}

/// <summary>What changes of an-entity. A member that is absent stays as it is; <c>null</c> clears the description.</summary>
/// <param name="Name">What it is called. No two entities-words share a name. <example>Second entity-words</example></param>
/// <param name="Description">What one should know of it. <example>Not the first any more.</example></param>
public sealed record EntityNameUpdate(
    Optional<string> Name = default,
    Optional<string?> Description = default);

public sealed class EntityNameUpdateValidator : AbstractValidator<EntityNameUpdate>
{
    public EntityNameUpdateValidator()
    {
        RuleFor(entityName => entityName.Name).WhenSent(name => name.EntityNameName());
        RuleFor(entityName => entityName.Description).WhenSent(description => description.EntityNameDescription());
    }
}

/// <summary>An-Entity as it stands.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What one should know of it.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record EntityNameRead(
    Guid Id,
    string Name,
    string? Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Which entities-words to list.</summary>
/// <param name="Limit">How many to list at most.</param>
/// <param name="Offset">How many to skip.</param>
/// <param name="Sort">What to sort by.</param>
/// <param name="Search">Text that the name contains, in any letter case.</param>
public sealed record EntityNameQuery(
    int Limit = 20,
    int Offset = 0,
    EntityNameSort Sort = EntityNameSort.CreatedAt,
    string? Search = null);

public sealed class EntityNameQueryValidator : AbstractValidator<EntityNameQuery>
{
    public EntityNameQueryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Offset).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Search).Length(1, 100);
    }
}

/// <summary>What a list of entities-words is sorted by.</summary>
public enum EntityNameSort
{
    CreatedAt,
    Name,
}

/// <summary>The rules that creating and changing an-entity share.</summary>
internal static class EntityNameRules
{
    public static void EntityNameName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(100);

    public static void EntityNameDescription<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(1000);
}
