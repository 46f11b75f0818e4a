namespace FastApiStyle.Benchmarks;

/// <summary>A request that is sent again and again, and the statuses by which it is answered.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Path">With the query.</param>
/// <param name="Body">The file of the body, beside the sources; a <c>GET</c> has none.</param>
/// <param name="Statuses">Those that are right; another fails the run.</param>
internal sealed record Operation(string Name, string Path, string? Body, params int[] Statuses)
{
    public static readonly Operation Text = new("plain text", "/text", null, 200);

    public static readonly Operation Read = new("typed GET", "/products/42?q=teapot", null, 200);

    public static readonly Operation Create = new("validated POST", "/products", "item.json", 200);

    /// <summary>The name is empty. FastAPI and the library answer 422, ASP.NET Core's own validation answers 400.</summary>
    public static readonly Operation Refuse = new("refused POST", "/products", "refused.json", 422, 400);

    public static readonly IReadOnlyList<Operation> All = [Text, Read, Create, Refuse];

    public string Method => Body is null ? "GET" : "POST";
}
