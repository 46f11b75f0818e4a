using System.Text.RegularExpressions;
using FastApiStyle.TemplateTests.Harness;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace FastApiStyle.TemplateTests.Options;

/// <summary>The compose.yaml of a scaffold, as <c>docker compose</c> reads it.</summary>
internal sealed partial class ComposeFile(Scaffold scaffold)
{
    private readonly string text = scaffold.Read("compose.yaml");

    public Dictionary<object, object> Root =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text))));

    public IReadOnlyDictionary<string, Dictionary<object, object>> Services => Map(Root["services"])
        .ToDictionary(service => (string)service.Key, service => Map(service.Value));

    /// <summary>What <c>docker compose up</c> runs, and what it runs with a profile.</summary>
    public IEnumerable<string> Run(string? profile = null) => Services
        .Where(service => !service.Value.ContainsKey("profiles") || List(service.Value, "profiles").Contains(profile)).Select(service => service.Key);

    /// <summary>The text of a file that compose.yaml brings along.</summary>
    public string Config(string name) => (string)Map(Map(Root["configs"])[name])["content"];

    public IEnumerable<string> DeclaredVolumes => Root.TryGetValue("volumes", out var volumes) ? Map(volumes).Keys.Cast<string>() : [];

    /// <summary>Names and places of the volumes that services use.</summary>
    public IEnumerable<(string Name, string Place)> UsedVolumes => Services.Values
        .SelectMany(service => List(service, "volumes"))
        .Select(volume => (volume.Split(':')[0], volume.Split(':')[1]));

    /// <summary>The variables that it asks for, each with what it says where one is missing.</summary>
    public IEnumerable<(string Name, string Message)> Variables =>
        Variable().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Distinct();

    /// <summary>The environment of a service, with values for the variables that it asks for.</summary>
    public IReadOnlyDictionary<string, string> Environment(string service, Func<string, string> variable) =>
        Services[service].TryGetValue("environment", out var environment)
            ? Map(environment).ToDictionary(
                setting => (string)setting.Key,
                setting => Variable().Replace((string)setting.Value, match => variable(match.Groups[1].Value)))
            : [];

    public static IEnumerable<string> List(Dictionary<object, object> service, string name) =>
        !service.TryGetValue(name, out var value) ? []
        : value is Dictionary<object, object> map ? map.Keys.Cast<string>()
        : ((List<object>)value).Cast<string>();

    private static Dictionary<object, object> Map(object value) => (Dictionary<object, object>)value;

    [GeneratedRegex(@"\$\{([A-Z_]+):\?([^}]*)\}")]
    private static partial Regex Variable();
}
