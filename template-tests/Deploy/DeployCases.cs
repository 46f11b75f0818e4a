using FastApiStyle.TemplateTests.Options;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>What the manifests depend on.</summary>
internal static class DeployCases
{
    public static TheoryData<string, string, string> All { get; } = Product();

    private static TheoryData<string, string, string> Product()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var made in Combinations.Product("database", "auth", "docker"))
        {
            cases.Add(made["database"], made["auth"], made["docker"]);
        }

        return cases;
    }
}
