namespace FastApiStyle.Validation.Compiled;

/// <summary>A rule of this library, which looks at a value and at nothing around it.</summary>
internal interface IValueRule<in TValue>
{
    bool Holds(TValue value);
}
