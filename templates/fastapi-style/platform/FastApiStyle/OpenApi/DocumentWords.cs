using FastApiStyle.Errors;

namespace FastApiStyle.OpenApi;

/// <summary>What holds at every place of a service and what no schema says: at the top of the document, once.</summary>
internal static class DocumentWords
{
    public static string Of(ApiOptions api, ErrorWriter errors) => string.Join("\n\n",
    [
        .. string.IsNullOrWhiteSpace(api.Description) ? Array.Empty<string>() : [api.Description.Trim()],
        "Names and values are exact, letter case included. Unknown members are ignored; none may stand twice. "
            + "Text holds neither U+0000 nor lone surrogates. A number of the format `decimal` has at most 28 digits.",
        $"{errors.Words} Any operation may answer 500, or 503 with `Retry-After` while something that it needs is away.",
    ]);
}
