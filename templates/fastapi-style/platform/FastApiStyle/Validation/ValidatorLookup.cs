using FluentValidation;

namespace FastApiStyle.Validation;

/// <summary>Finds the validators of a type, for the check of requests and for the document alike.</summary>
internal static class ValidatorLookup
{
    /// <summary>Whether a validator asks for services, so that each request makes its own.</summary>
    public static bool IsOfRequest(Type validator) =>
        Array.Exists(validator.GetConstructors(), constructor => constructor.GetParameters().Length > 0);

    /// <summary>Those of the type itself and those of what it derives from.</summary>
    public static IReadOnlyList<IValidator> ValidatorsOf(this IServiceProvider services, Type type)
    {
        var validators = new List<IValidator>();
        for (var each = type; each is { IsPrimitive: false } && each != typeof(object) && each != typeof(ValueType); each = each.BaseType)
        {
            validators.InsertRange(0, services.GetServices(typeof(IValidator<>).MakeGenericType(each)).Cast<IValidator>());
        }
        return validators;
    }
}
