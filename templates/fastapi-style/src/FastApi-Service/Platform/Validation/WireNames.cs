using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiService.Platform.Validation;

/// <summary>The names that members have in requests and responses.</summary>
internal static class WireNames
{
    public static readonly JsonNamingPolicy Policy = JsonNamingPolicy.CamelCase;

    public static string Of(string name) => Policy.ConvertName(name);

    public static string Of(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Of(member.Name, member.GetCustomAttributes(false));

    /// <summary>The name of a parameter. Of a header the one that the code gives it: there, letter case does not count.</summary>
    public static string Of(string name, IEnumerable<object> attributes)
    {
        var given = Given(name, attributes);
        return attributes.OfType<IFromHeaderMetadata>().Any() ? given : Of(given);
    }

    /// <summary>The name under which the framework asks for a parameter.</summary>
    public static string Given(string name, IEnumerable<object> attributes) =>
        attributes.Select(attribute => attribute switch
        {
            IFromRouteMetadata route => route.Name,
            IFromQueryMetadata query => query.Name,
            IFromHeaderMetadata header => header.Name,
            IFromFormMetadata form => form.Name,
            _ => null,
        }).FirstOrDefault(given => given is not null) ?? name;

    /// <summary>Makes validators name what they refuse as the client does.</summary>
    public static void UseInRules() =>
        ValidatorOptions.Global.PropertyNameResolver = (_, member, expression) =>
            expression is null ? (member is null ? null : Of(member)) : Of(expression.Body);

    /// <summary>The value of a wrapper and the length of a text or of a list are no members on the wire.</summary>
    private static bool IsOnWire(string member, Type owner) =>
        OptionalConverter.ValueType(owner) is null
        && Nullable.GetUnderlyingType(owner) is null
        && !(member is "Count" or "Length" && owner.IsAssignableTo(typeof(IEnumerable)));

    private static string? Of(Expression? expression) => expression switch
    {
        UnaryExpression convert => Of(convert.Operand),
        MemberExpression { Member: var member } access when member.DeclaringType is { } type && !IsOnWire(member.Name, type) => Of(access.Expression),
        MemberExpression access => Of(access.Expression) is { } parent ? $"{parent}.{Of(access.Member)}" : Of(access.Member),
        _ => null,
    };
}
