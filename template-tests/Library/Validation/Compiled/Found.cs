using System.Text.Json;
using FastApiStyle.Errors;
using FastApiStyle.Validation;
using FluentValidation;
using FluentValidation.Results;

namespace FastApiStyle.TemplateTests.Library.Validation.Compiled;

/// <summary>What a validator finds in a body.</summary>
internal static class Found
{
    public static async Task<IReadOnlyList<Fault>> In<T>(T value, IValidator<T> validator)
    {
        var names = new WireNames(new AsIs());
        await using var services = new ServiceCollection().AddSingleton(names).BuildServiceProvider();
        var parameters = new ParameterCheck(new Endpoint(null, EndpointMetadataCollection.Empty, null), services);
        var findings = new RuleFindings(names, parameters, null, null) { Services = services, IsOfBody = true };
        await TypedRules.Of(typeof(T), validator).CheckAsync(value!, null, findings, default);
        return findings.All ?? [];
    }

    /// <summary>The same as an answer has it, to the last byte.</summary>
    public static async Task<string> TextIn<T>(T value, IValidator<T> validator) => JsonSerializer.Serialize(await In(value, validator));

    /// <summary>A validator that is left to FluentValidation as a whole: code of its own may do more than its rules.</summary>
    public sealed class ByFluentValidation<T> : AbstractValidator<T>
    {
        protected override bool PreValidate(ValidationContext<T> context, ValidationResult result) => true;
    }

    private sealed class AsIs : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name;
    }
}
