using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Says what an operation needs that never answered a success: who owns the service knows it, and can give it.</summary>
internal static class Advice
{
    public static string For(Reach reach)
    {
        var came = string.Join(", ", reach.ValidStatuses.Select(status => $"{status.Key} ×{status.Value}"));
        return $"no success was seen, but {came}: {NeedOf(reach)}; or leave it out, attack.Skip(\"{reach.Operation.Id}\", \"why\")"
            + $"\n    {Excerpt.Of(reach.LastWords, 500)}";
    }

    private static string NeedOf(Reach reach)
    {
        var operation = reach.Operation;
        var scheme = operation.SignIn.Ways is [[var first, ..], ..] ? first : null;
        return reach.ValidStatuses.MaxBy(status => status.Value).Key switch
        {
            401 or 403 when scheme is { Prefix: "" } || scheme?.Name == "Cookie" =>
                $"it needs a key that fits, so give it, attack.Give(\"{scheme.Name}\", \"{scheme.Prefix}…\"), or only here, {Give(operation, scheme.Name, $"{scheme.Prefix}…")}",
            401 or 403 when scheme is not null =>
                $"it needs a user who may, so give the client their {scheme.Name}, or only here, {Give(operation, scheme.Name, $"{scheme.Prefix}…")}",
            401 or 403 when (NameOf(operation, "header") ?? NameOf(operation, "cookie") ?? NameOf(operation, "query")) is { } key =>
                $"it needs what says who asks, so give it, {Give(operation, key)}; and where that is a key, let its dependency say so by [SecurityScheme]",
            404 when NameOf(operation, "path") is { } parameter =>
                $"it needs the identifier of something that exists, as an example in the document or by {Give(operation, parameter)}",
            422 when reach.LastFault is { } member =>
                $"it needs a value that its rules allow, as an example in the document or by {Give(operation, member)}",
            _ => "it needs a user who exists, or something in another state, so create that first and name it in an example of the document or by "
                + Give(operation, NameOf(operation, "path") ?? NameOf(operation, "body") ?? "…"),
        };
    }

    private static string Give(Operation operation, string input, string value = "…") => $"attack.Give(\"{operation.Id}.{input}\", \"{value}\")";

    private static string? NameOf(Operation operation, string source) => operation.Inputs.LastOrDefault(input => input.Source == source)?.Name;
}
