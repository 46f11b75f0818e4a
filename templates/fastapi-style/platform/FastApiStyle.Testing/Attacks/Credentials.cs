using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Who asks.</summary>
internal enum Credentials
{
    Own,
    Missing,
    Forged,
}

/// <summary>What is sent to say who is asking.</summary>
/// <param name="Prefix">What stands in front of the secret, as <c>Bearer </c>.</param>
/// <param name="Secret">Null where the test was given none.</param>
internal sealed record Credential(Scheme Scheme, string Prefix, string? Secret)
{
    /// <summary>Where the command that repeats a request has the secret.</summary>
    public const string Placeholder = "$TOKEN";

    public Credential Hidden => this with { Secret = Secret is null ? null : Placeholder };

    public Credential Forged => this with { Secret = "forged" };

    /// <param name="text">The whole that a client sends; null where it sends none.</param>
    public static Credential Of(Scheme scheme, string? text)
    {
        var isUsual = scheme.Prefix != "" && text?.StartsWith(scheme.Prefix, StringComparison.OrdinalIgnoreCase) != false;
        // Letter case does not count in the name of a scheme (RFC 9110 §11.1), but a service may think so.
        var prefix = isUsual ? text?[..scheme.Prefix.Length] ?? scheme.Prefix : text?[..(text.LastIndexOf(' ') + 1)] ?? "";
        return new(scheme, prefix, text?[prefix.Length..]);
    }
}
