using FastApiStyle.Errors;
using FastApiStyle.Json;
using FluentValidation.Results;

namespace FastApiStyle.Validation;

/// <summary>What validators find in a request, of which parts may be known to be at fault already.</summary>
internal sealed class RuleFindings(WireNames names, ParameterCheck parameters, BodyReview? review, List<Fault>? known)
{
    private readonly IReadOnlyList<object>[] named = known is null ? [] : [.. known.Select(fault => fault.Loc)];

    /// <summary>Whether what is being checked is the body, whose members may have the names of parameters.</summary>
    public bool IsOfBody { get; set; }

    /// <summary>Those of the request.</summary>
    public required IServiceProvider Services { get; init; }

    public List<Fault>? All { get; private set; } = known;

    /// <summary>Whether parts of the input could not be read, so that rules may meet what is not there.</summary>
    public bool IsPartial => named.Length > 0;

    public bool IsFull => All?.Count > Fault.Maximum;

    /// <param name="failures">What was found.</param>
    /// <param name="type">The type of the value in which it was found.</param>
    /// <param name="at">Where that value stands.</param>
    public void Add(IEnumerable<ValidationFailure> failures, Type type, Place? at)
    {
        foreach (var failure in failures)
        {
            var loc = LocOf(type, failure.PropertyName, at);
            // A rule on what holds a fault, such as the number of items, was asked of a part.
            if (!Array.Exists(named, place => StandsAtOrBelow(loc, place) || StandsAtOrBelow(place, loc)))
            {
                (All ??= []).Add(RuleFaults.From(failure, loc));
            }
        }
    }

    /// <summary>Whether a place or something around it is known to be at fault.</summary>
    public bool IsNamed(Type type, string path, Place? at)
    {
        var loc = LocOf(type, path, at);
        return Array.Exists(named, place => StandsAtOrBelow(loc, place));
    }

    private static bool StandsAtOrBelow(IReadOnlyList<object> loc, IReadOnlyList<object> place) =>
        loc.Count >= place.Count && loc.Take(place.Count).SequenceEqual(place);

    private List<object> LocOf(Type type, string? path, Place? at)
    {
        List<object> loc = at is null ? ["body"] : ["body", .. Place.Parts(at)];
        RulePath.Add(loc, type, path, names);
        if (!IsOfBody && loc.Count > 1 && at is null && parameters.SourceOf(loc[1]) is { } source)
        {
            loc[0] = source;
        }
        for (var i = 1; review is not null && i < loc.Count; i++)
        {
            loc[i] = loc[i] is int index ? review.IndexOf(loc.Take(i), index) : loc[i];
        }
        return loc;
    }
}
