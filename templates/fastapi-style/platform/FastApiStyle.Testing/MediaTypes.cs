namespace FastApiStyle.Testing;

/// <summary>The types of content that are known here.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Problem = "application/problem+json";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Events = "text/event-stream";
    public const string Lines = "application/jsonl";
    public const string Multipart = "multipart/form-data";

    public static string? MediaType(this HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType;
}
