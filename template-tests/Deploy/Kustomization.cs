using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>A kustomization.yaml, read as strictly as kustomize reads it: a member that is not here is refused.</summary>
internal sealed class Kustomization
{
    private readonly Members members;

    public Kustomization(string text) =>
        members = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<Members>(text);

    public string Type => $"{members.ApiVersion} {members.Kind}";

    public IReadOnlyList<string> Resources => members.Resources;

    public Image Image => Assert.Single(members.Images);

    public string ConfigMap => Assert.Single(members.ConfigMapGenerator).Name;

    public IReadOnlyDictionary<string, string> Literals => Assert.Single(members.ConfigMapGenerator).Literals
        .Select(literal => literal.Split('=', 2)).ToDictionary(literal => literal[0], literal => literal[1]);

    private sealed class Members
    {
        public string ApiVersion { get; set; } = "";

        public string Kind { get; set; } = "";

        public List<string> Resources { get; set; } = [];

        public List<Image> Images { get; set; } = [];

        public List<Generator> ConfigMapGenerator { get; set; } = [];
    }

    private sealed class Generator
    {
        public string Name { get; set; } = "";

        public List<string> Literals { get; set; } = [];
    }
}

/// <summary>Which image stands for a name.</summary>
internal sealed class Image
{
    public string Name { get; set; } = "";

    public string NewName { get; set; } = "";

    public string NewTag { get; set; } = "";
}
