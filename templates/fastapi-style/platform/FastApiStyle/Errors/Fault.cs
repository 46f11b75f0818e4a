using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FastApiStyle.Errors;

[Description("One thing that is not valid in a request.")]
internal sealed record Fault(
    [property: Description("A stable code: the one that FastAPI has for it, where it has one.")]
    string Type,
    [property: Description("Where it stands: `path`, `query`, `header` or `body`, then names and list indices."), JsonConverter(typeof(PlaceConverter))]
    IReadOnlyList<object> Loc,
    [property: Description("What is wrong, for people.")]
    string Msg,
    [property: Description("The bounds that were not kept."), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, object>? Ctx = null)
{
    /// <summary>How many faults one answer lists. A body of a megabyte can hold a hundred thousand.</summary>
    public const int Maximum = 100;

    /// <summary>Those that an answer lists.</summary>
    public static IReadOnlyList<Fault> Listed(IReadOnlyList<Fault> faults) => faults.Count <= Maximum ? faults : [.. faults.Take(Maximum)];
}
