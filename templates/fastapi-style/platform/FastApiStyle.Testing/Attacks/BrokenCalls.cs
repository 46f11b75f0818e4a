using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Requests that break one constraint each, and some whose body is not even one.</summary>
internal sealed class BrokenCalls(Operation operation, InputValues values)
{
    /// <summary>The constraints that no call was found to break, once all were made.</summary>
    public HashSet<string> Unbroken { get; } = [];

    public IEnumerable<Call> All() =>
        WithoutCredentials().Concat(operation.Inputs.SelectMany(BrokenInput)).Concat(new BrokenBodies(operation, values).All());

    /// <summary>Requests of nobody, and of somebody else.</summary>
    public IEnumerable<Call> WithoutCredentials()
    {
        foreach (var credentials in operation.Secured ? new[] { Credentials.Missing, Credentials.Forged } : [])
        {
            var what = $"credentials {(credentials == Credentials.Missing ? "missing" : "forged")}";
            yield return new(operation, what, values.Plain(), 401) { Credentials = credentials };
            yield return new(operation, $"{what}, and nothing else", [], 401) { Credentials = credentials };
        }
        if (operation.SignIn is { Ways.Count: > 0, IsOptional: true })
        {
            yield return new(operation, "credentials forged", values.Plain()) { Credentials = Credentials.Forged };
        }
    }

    private IEnumerable<Call> BrokenInput(Input input)
    {
        Call Refused(string what, params JsonNode?[] sent) =>
            new(operation, what, [.. values.Plain().Where(each => each.Input != input), .. sent.Select(value => (input, value))], 422) { Place = input.Place };

        var faults = values.Faults();
        foreach (var fault in faults.Of(input.Schema).Where(fault => values.IsBroken(input, fault.Value)))
        {
            // A form with U+0000 cannot be read at all.
            var isUnreadable = input is { Source: "body", Name: not null } && fault.Value?.ToString().Contains('\0') == true;
            yield return Refused($"broken {fault.Keyword}", fault.Value) with { Place = isUnreadable ? ["body"] : [.. input.Place, .. fault.Place] };
        }
        Unbroken.UnionWith(faults.Unbroken.Select(constraint => $"{string.Join('.', input.Place)}: {constraint}"));
        if (input is { Name: not null, Required: true } and not { Source: "path" })
        {
            yield return Refused("missing");
        }
        if (input is { Name: not null, Source: "query" or "body" } && !values.IsList(input))
        {
            yield return Refused("sent twice", values.Of(input, plain: true), values.Of(input, plain: true));
        }
    }
}
