using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;

namespace FastApiStyle.TemplateTests.Names;

/// <summary>Which simple type names the code of a scaffold uses.</summary>
internal static partial class TypeNames
{
    private static readonly string[] Frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    /// <summary>
    /// Each word of the sources, variants included, that is the name of a type there or in one of the assemblies. The references that the compiler
    /// leaves would not do: constants and <c>nameof</c> leave none, and extension methods leave types that nobody wrote.
    /// </summary>
    public static IReadOnlyCollection<string> UsedBy(Scaffold scaffold)
    {
        var variants = Directory.GetFiles(Path.Combine(Repository.Template, ".variants"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var types = Assemblies(scaffold).SelectMany(TypesOf)
            .Concat(variants.SelectMany(code => Declaration().Matches(code)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        return scaffold.OwnFiles()
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(scaffold.Read)
            .Concat(variants)
            .SelectMany(code => Word().Matches(Comment().Replace(code, "")))
            .Select(match => match.Value)
            .Where(types.Contains)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Assemblies(Scaffold scaffold)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var shared = Path.GetFullPath(Path.Combine(runtime, "..", ".."));
        return Frameworks
            .Select(framework => Path.Combine(shared, framework, Path.GetFileName(runtime)))
            .Append(Path.GetDirectoryName(scaffold.TestDll)!)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"));
    }

    private static List<string> TypesOf(string dll)
    {
        using var file = new PEReader(File.OpenRead(dll));
        if (!file.HasMetadata)
        {
            return [];
        }

        var metadata = file.GetMetadataReader();
        var isOurs = Path.GetFileName(dll).StartsWith("Shop", StringComparison.Ordinal);
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => !type.IsNested && (isOurs || type.Attributes.HasFlag(TypeAttributes.Public)))
            .Select(type => metadata.GetString(type.Name).Split('`')[0])];
    }

    [GeneratedRegex(@"^\w[\w ]* (?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
