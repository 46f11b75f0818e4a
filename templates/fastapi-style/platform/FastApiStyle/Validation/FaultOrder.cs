using System.Text.Json.Serialization.Metadata;
using FastApiStyle.Errors;
using FastApiStyle.Json;

namespace FastApiStyle.Validation;

/// <summary>
/// Lists faults as a reader looks for them: path, query, header, body, and within each as its members are declared.
/// </summary>
internal sealed class FaultOrder(ParameterCheck parameters, JsonTypeInfo? body) : IComparer<IReadOnlyList<int>>
{
    public IReadOnlyList<Fault> Sort(IReadOnlyList<Fault> faults) => faults.Count == 1 ? faults :
        // Two patterns are two faults. Of two lengths that are not kept, one says enough.
        [.. faults.DistinctBy(fault => (fault.Type, fault.Type == "string_too_short" ? "" : fault.Msg, string.Join('/', fault.Loc))).OrderBy(PositionOf, this)];

    public int Compare(IReadOnlyList<int>? x, IReadOnlyList<int>? y)
    {
        var first = x!.Zip(y!).FirstOrDefault(pair => pair.First != pair.Second);
        return first == default ? x!.Count.CompareTo(y!.Count) : first.First.CompareTo(first.Second);
    }

    // What no member of the type is stands behind them; what a rule calls otherwise, before.
    private static int Unknown(Fault fault) => fault.Type == "extra_forbidden" ? int.MaxValue : 0;

    private List<int> PositionOf(Fault fault)
    {
        var loc = fault.Loc;
        var parameter = loc.Count > 1 ? parameters.PositionOf(loc[0], loc[1]) : -1;
        if (parameter >= 0)
        {
            return [0, parameter, .. loc.OfType<int>()];
        }
        var position = new List<int> { 1 };
        var type = body;
        foreach (var part in loc.Skip(1))
        {
            if (type?.PolymorphismOptions?.DerivedTypes.FirstOrDefault(shape => part.Equals(shape.TypeDiscriminator)) is { DerivedType: { } shape })
            {
                type = type.Options.GetTypeInfo(shape);
                continue;
            }
            var member = part is string name ? type?.Properties.FirstOrDefault(member => member.Name == name) : null;
            position.Add(part is int index ? index : member is null ? Unknown(fault) : type!.Properties.IndexOf(member));
            var inner = member is null ? type?.ElementType : Presence.Of(member).Type;
            type = inner is null ? null : type!.Options.GetTypeInfo(inner);
        }
        return position;
    }
}
