using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests;

/// <summary>What tests know of the format of errors. Who changes that format changes this file and no other test.</summary>
internal static class ErrorAnswers
{
    /// <summary>The answer says what is wrong in its <c>detail</c>.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.ShouldBeAsync(status);
        Assert.Equal(
            status == HttpStatusCode.UnprocessableEntity ? JsonValueKind.Array : JsonValueKind.String,
            problem.GetProperty("detail").ValueKind);
        return problem;
    }

    /// <summary>The answer is a 422 with these faults, each written as <c>type@loc.loc</c>, in this order.</summary>
    public static async Task ShouldListAsync(this HttpResponseMessage answer, params string[] faults)
    {
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(faults, problem.GetProperty("detail").EnumerateArray().Select(fault =>
            $"{fault.GetProperty("type")}@{string.Join('.', fault.GetProperty("loc").EnumerateArray())}"));
    }

    public static void ShouldTellNothingButItsTrace(this JsonElement problem) =>
        Assert.Matches("""^{"detail":"Internal Server Error, trace [0-9a-f]{32}"}$""", problem.GetRawText());

    /// <summary>The faults that the body of an answer lists; none where it is another answer.</summary>
    public static JsonArray FaultsIn(JsonNode? body) => (body as JsonObject)?["detail"] as JsonArray ?? [];
}
