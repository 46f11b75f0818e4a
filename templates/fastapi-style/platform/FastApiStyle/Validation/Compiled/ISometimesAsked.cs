namespace FastApiStyle.Validation.Compiled;

/// <summary>A validator of this library that is not asked about each value, which it says to FluentValidation in code of its own.</summary>
internal interface ISometimesAsked<in T>
{
    bool IsAsked(T value);
}
