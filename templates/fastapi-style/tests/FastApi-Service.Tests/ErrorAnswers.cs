using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests;

/// <summary>What tests know of the format of errors. Who changes that format changes this file and no other test.</summary>
internal static class ErrorAnswers
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "instance", "traceId"];

    /// <summary>The answer is a problem with every member that one has.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.ShouldBeAsync(status);
        Assert.All(Members, member => Assert.NotEqual("", problem.GetProperty(member).ToString()));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The answer is a 422 with these faults, each written as <c>type@loc.loc</c>, in this order.</summary>
    public static async Task ShouldListAsync(this HttpResponseMessage answer, params string[] faults)
    {
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(faults, problem.GetProperty("errors").EnumerateArray().Select(fault =>
            $"{fault.GetProperty("type")}@{string.Join('.', fault.GetProperty("loc").EnumerateArray())}"));
    }

    public static void ShouldTellNothingButItsTrace(this JsonElement problem) =>
        Assert.Equal(Members, problem.EnumerateObject().Select(member => member.Name));

    /// <summary>The faults that the body of an answer lists; none where it is another answer.</summary>
    public static JsonArray FaultsIn(JsonNode? body) => (body as JsonObject)?["errors"] as JsonArray ?? [];
}
