using System.Reflection;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions;

/// <summary>Runs a row of the table "Every notion" of the guide, which has it as its first cell.</summary>
/// <param name="name">What FastAPI calls it.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotionAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Who looks for a notion of FastAPI finds it in the guide, and there what runs.</summary>
public sealed class NotionTests
{
    private const string Heading = "Every notion";

    private static readonly Dictionary<string, MethodInfo> Runs = typeof(NotionTests).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(NotionTests).Namespace)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(NotionAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<NotionAttribute>()!.Name);

    public static TheoryData<string> Notions => new(Runs.Keys);

    [Theory]
    [MemberData(nameof(Notions))]
    public async Task A_notion_does_here_what_the_guide_says(string notion) => await (Task)Runs[notion].Invoke(null, null)!;

    [Fact]
    public void Each_row_of_the_guide_is_run_and_none_has_an_empty_cell()
    {
        var rows = GuideTable.Under(Heading);

        Assert.Equal(Runs.Keys.Order(StringComparer.Ordinal), rows.Select(row => row[0].Replace("`", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(3, row.Count(cell => cell.Any(char.IsLetterOrDigit))));
    }
}
