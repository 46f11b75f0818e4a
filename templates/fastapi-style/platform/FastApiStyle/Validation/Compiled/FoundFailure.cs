using FluentValidation.Internal;
using FluentValidation.Results;

namespace FastApiStyle.Validation.Compiled;

/// <summary>What FluentValidation would have found, without its words: those of the contract take their place.</summary>
internal sealed class FoundFailure(IRuleComponent rule, string path, object? value) : ValidationFailure(path, "", value)
{
    public IRuleComponent Rule => rule;
}
