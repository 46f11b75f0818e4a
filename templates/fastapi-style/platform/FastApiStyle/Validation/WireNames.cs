using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastApiStyle.Validation;

/// <summary>The names that members have in requests and responses.</summary>
internal sealed class WireNames(JsonNamingPolicy policy)
{
    private readonly ConcurrentDictionary<Type, WireMember[]> members = [];

    public JsonNamingPolicy Policy => policy;

    /// <summary>A property by its name in the code, or null for one that a type does not have.</summary>
    public WireMember? MemberOf(Type owner, string name)
    {
        foreach (var member in members.GetOrAdd(owner, static (type, names) => names.MembersOf(type), this))
        {
            if (member.Property.Name == name)
            {
                return member;
            }
        }
        return null;
    }

    public string Of(string name) => policy.ConvertName(name);

    public string Of(MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? Of(member.Name, member.GetCustomAttributes(false));

    /// <summary>The name of a parameter. Of a cookie the one that the code gives it; of a header that one, too, or else one as HTTP writes them.</summary>
    public string Of(string name, IEnumerable<object> attributes) =>
        attributes.OfType<FromCookieAttribute>().FirstOrDefault() is { } cookie ? cookie.Name
        : attributes.OfType<IFromHeaderMetadata>().FirstOrDefault() is { } header ? header.Name ?? OfHeader(name) : Of(Given(name, attributes));

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

    private WireMember[] MembersOf(Type owner) => [.. owner.GetProperties().Select(property => new WireMember(Of(property), property))];

    /// <summary>Writes <c>userAgent</c> as <c>User-Agent</c>.</summary>
    private static string OfHeader(string name) => string.Join('-', JsonNamingPolicy.KebabCaseLower.ConvertName(name).Split('-')
        .Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>A property, and its name for clients.</summary>
internal sealed record WireMember(string Name, PropertyInfo Property);
