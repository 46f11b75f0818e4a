using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>A reader of IntelliSense needs nothing beyond it.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    [Theory]
    [InlineData(typeof(IFeature))]
    [InlineData(typeof(GrpcSetup))]
    [InlineData(typeof(Contract))]
    public void Every_public_member_is_documented(Type oneOfIts)
    {
        var assembly = oneOfIts.Assembly;
        var words = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary")?.Value.Trim().Length > 0 || member.Element("inheritdoc") is not null)
            .Select(member => ((string)member.Attribute("name")!).Split('(')[0])
            .ToLookup(name => name);

        var members = assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Declared).Where(IsPublic).Prepend(type)).Select(NameOf);

        var undocumented = members.GroupBy(name => name).Where(overloads => words[overloads.Key].Count() < overloads.Count());
        Assert.Empty(undocumented.Select(overloads => overloads.Key));
    }

    /// <summary>What an owner sees, and nobody but the author has written.</summary>
    private static bool IsPublic(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily) && (!method.IsSpecialName || method is ConstructorInfo { IsStatic: false }),
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false },
        PropertyInfo property => property.GetMethod is { } get && (get.IsPublic || get.IsFamily),
        _ => false,
    };

    private static string NameOf(MemberInfo member) => member switch
    {
        Type type => $"T:{type.FullName}",
        FieldInfo => $"F:{member.DeclaringType!.FullName}.{member.Name}",
        PropertyInfo => $"P:{member.DeclaringType!.FullName}.{member.Name}",
        ConstructorInfo => $"M:{member.DeclaringType!.FullName}.#ctor",
        MethodInfo { IsGenericMethod: true } generic => $"M:{member.DeclaringType!.FullName}.{member.Name}``{generic.GetGenericArguments().Length}",
        _ => $"M:{member.DeclaringType!.FullName}.{member.Name}",
    };
}
