using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace FastApiStyle.OpenApi;

/// <summary>
/// Describes a file that says by [FromForm] that it comes from a form as one that does not: Swashbuckle refuses the attribute, since in
/// controllers it does harm. Here it is what one writes beside <c>[FromForm] string note</c>.
/// </summary>
internal sealed class FormFiles : IApiDescriptionProvider
{
    // Behind the provider that describes routes.
    public int Order => int.MaxValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var parameter in context.Results.SelectMany(operation => operation.ParameterDescriptions))
        {
            if (parameter.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: { } file } && file.ParameterType == typeof(IFormFile))
            {
                parameter.ParameterDescriptor = new Descriptor(file, parameter.ParameterDescriptor);
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private sealed class Descriptor : ParameterDescriptor, IParameterInfoParameterDescriptor
    {
        public Descriptor(ParameterInfo file, ParameterDescriptor described)
        {
            (Name, ParameterType, BindingInfo) = (described.Name, described.ParameterType, described.BindingInfo);
            ParameterInfo = new Plain(file);
        }

        public ParameterInfo ParameterInfo { get; }
    }

    /// <summary>The parameter without the attribute.</summary>
    private sealed class Plain : ParameterInfo
    {
        private readonly ParameterInfo file;

        public Plain(ParameterInfo file)
        {
            this.file = file;
            (AttrsImpl, ClassImpl, MemberImpl, NameImpl, PositionImpl) = (file.Attributes, file.ParameterType, file.Member, file.Name, file.Position);
        }

        public override object? DefaultValue => file.DefaultValue;

        public override object? RawDefaultValue => file.RawDefaultValue;

        public override bool HasDefaultValue => file.HasDefaultValue;

        public override object[] GetCustomAttributes(bool inherit) => [.. file.GetCustomAttributes(inherit).Where(each => each is not IFromFormMetadata)];

        public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
            attributeType.IsAssignableTo(typeof(IFromFormMetadata)) ? (object[])Array.CreateInstance(attributeType, 0) : file.GetCustomAttributes(attributeType, inherit);

        public override IList<CustomAttributeData> GetCustomAttributesData() => file.GetCustomAttributesData();

        public override bool IsDefined(Type attributeType, bool inherit) => !attributeType.IsAssignableTo(typeof(IFromFormMetadata)) && file.IsDefined(attributeType, inherit);
    }
}
