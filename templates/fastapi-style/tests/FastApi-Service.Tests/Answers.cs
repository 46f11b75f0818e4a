using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace FastApiService.Tests;

/// <summary>What tests ask of an answer.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Clone();

    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>The answer is a problem with every member that one has.</summary>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.ShouldBeAsync(status);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail", "instance", "traceId"], member =>
            Assert.NotEqual("", problem.GetProperty(member).GetString()));
        return problem;
    }

    /// <summary>The answer is a 422 with these faults, each written as <c>type@loc.loc</c>, in this order.</summary>
    public static async Task ShouldListAsync(this HttpResponseMessage answer, params string[] faults)
    {
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(faults, problem.GetProperty("errors").EnumerateArray().Select(fault =>
            $"{fault.GetProperty("type")}@{string.Join('.', fault.GetProperty("loc").EnumerateArray())}"));
    }
}
