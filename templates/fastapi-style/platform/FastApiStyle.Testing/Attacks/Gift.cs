using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Values that the owner of the service gives for an input.</summary>
internal sealed class Gift(string input, IReadOnlyList<JsonNode?> values)
{
    public string Input => input;

    /// <summary>Whether any of them was sent.</summary>
    public bool IsUsed { get; set; }

    public IReadOnlyList<JsonNode?> For(Operation operation, string name) =>
        input == name || input == $"{operation.Id}.{name}" ? values : [];
}
