using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>What a handler says in the words of the framework is answered in the format of the service.</summary>
public sealed class FrameworkErrorTests
{
    [Theory]
    [InlineData("/paid", 402, "Pay first.")]
    [InlineData("/problem", 409, "It is sold.")]
    [InlineData("/titled", 410, "It is gone for good.")]
    [InlineData("/results", 418, "Short and stout.")]
    public async Task An_error_keeps_its_words_in_either_format(string path, int status, string words)
    {
        await using var problems = await Start(ErrorFormat.Problem);
        await using var details = await Start(ErrorFormat.FastApi);

        using var problem = await problems.Client.GetAsync(path);
        using var detail = await details.Client.GetAsync(path);

        Assert.Equal(words, (string)(await problem.MustBeProblem(status))["detail"]!);
        Assert.Equal(status, (int)detail.StatusCode);
        Assert.Equal($$"""{"detail":"{{words}}"}""", await detail.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_not_valid_is_listed_as_faults()
    {
        await using var service = await Start(ErrorFormat.Problem);

        using var answer = await service.Client.GetAsync("/invalid");

        Assert.Equal("""[{"type":"value_error","loc":["body","name"],"msg":"Too odd."}]""", (await answer.MustBeProblem(422))["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task An_empty_answer_of_a_handler_is_not_the_fault_of_a_body()
    {
        await using var service = await Start(ErrorFormat.Problem);

        using var json = await service.Client.Send(HttpMethod.Post, "/refused", """{"name":"Lamp"}""");
        using var form = await service.Client.PostAsync("/refused/form", new FormUrlEncodedContent([new("name", "Lamp")]));

        await json.MustBeProblem(400);
        await form.MustBeProblem(400);
    }

    private static Task<LibraryService> Start(ErrorFormat format) => new LibraryService(typeof(Shop)) { Api = api => api.Errors = format }.Start();

    private sealed class Shop : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            routes.MapGet("/paid", IResult () => throw new BadHttpRequestException("Pay first.", 402));
            routes.MapGet("/problem", () => TypedResults.Problem("It is sold.", statusCode: 409));
            routes.MapGet("/titled", () => TypedResults.Problem(statusCode: 410, title: "It is gone for good."));
            routes.MapGet("/results", () => Results.Problem("Short and stout.", statusCode: 418));
            routes.MapGet("/invalid", () => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["name"] = ["Too odd."] }));
            routes.MapPost("/refused", (Thing thing) => TypedResults.BadRequest());
            routes.MapPost("/refused/form", ([FromForm] Thing thing) => TypedResults.BadRequest()).DisableAntiforgery();
        }
    }

    private sealed record Thing(string Name);
}
