using FluentValidation;

namespace FastApiService.Platform.Validation;

/// <summary>Finds the validators of a type, for the check of requests and for the document alike.</summary>
internal static class ValidatorLookup
{
    /// <summary>Those of the type itself and those of what it derives from.</summary>
    public static IReadOnlyList<IValidator> ValidatorsOf(this IServiceProvider services, Type type)
    {
        var validators = new List<IValidator>();
        for (var each = type; each is { IsValueType: false } && each != typeof(object); each = each.BaseType)
        {
            validators.InsertRange(0, services.GetServices(typeof(IValidator<>).MakeGenericType(each)).Cast<IValidator>());
        }
        return validators;
    }
}
