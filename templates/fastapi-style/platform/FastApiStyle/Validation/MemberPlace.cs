using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>Where a member that the code names stands in a request, as the client names it.</summary>
internal static class MemberPlace
{
    /// <param name="http">The request.</param>
    /// <param name="type">What has the member; null for the body, or what else the handler is given.</param>
    /// <param name="path">The names in the code, such as <c>Addresses[0].Zip</c>.</param>
    public static IReadOnlyList<object> Of(HttpContext http, Type? type, string path)
    {
        var names = http.RequestServices.GetRequiredService<WireNames>();
        var endpoint = http.GetEndpoint();
        var body = endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var handler = endpoint?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var first = path.Split('.', '[')[0];
        type ??= handler.Where(each => each.IsDefined(typeof(AsParametersAttribute))).Select(each => each.ParameterType).Prepend(body)
            .FirstOrDefault(each => each?.GetProperty(first) is not null);

        List<object> loc = ["body", .. RulePath.Of(type, path, names)];
        if (type is null && Array.Find(handler, each => each.Name == first) is { } parameter)
        {
            loc[1] = names.Of(first, parameter.GetCustomAttributes(false));
        }
        if ((type is null || type != body) && loc.Count > 1 && endpoint is not null
            && ParameterCheck.Of(http).SourceOf(loc[1]) is { } source)
        {
            loc[0] = source;
        }
        return loc;
    }
}
