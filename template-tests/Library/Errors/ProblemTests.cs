using FastApiStyle.TemplateTests.Library.Features.Stalls;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Errors;

/// <summary>Whatever a problem says, clients read it, returned by a handler or thrown below one.</summary>
public sealed class ProblemTests : IAsyncLifetime
{
    private LibraryService problems = null!;
    private LibraryService details = null!;

    public static TheoryData<string, int, string> Each => new()
    {
        { "bad", 400, "Why not." },
        { "unpaid", 402, "Pay first." },
        { "lost", 404, "There is no such stall." },
        { "taken", 409, "It is taken." },
        { "gone", 410, "It is gone." },
        { "old", 412, "It has changed since." },
        { "teapot", 418, "Short and stout." },
        { "busy", 429, "Too many at once." },
        { "closed", 503, "The market is closed." },
    };

    public async Task InitializeAsync() => (problems, details) = (await StallsService.Start(), await StallsService.Start(ErrorFormat.FastApi));

    public async Task DisposeAsync()
    {
        await problems.DisposeAsync();
        await details.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task One_that_is_returned_and_one_that_is_thrown_are_the_same_answer(string which, int status, string words)
    {
        foreach (var way in new[] { "returned", "thrown" })
        {
            using var problem = await problems.Client.GetAsync($"/stalls/{way}/{which}");
            using var detail = await details.Client.GetAsync($"/stalls/{way}/{which}");

            Assert.Equal(words, (string)(await problem.MustBeProblem(status))["detail"]!);
            Assert.Equal((status, $$"""{"detail":"{{words}}"}"""), ((int)detail.StatusCode, await detail.Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("busy", 30)]
    [InlineData("closed", 1)]
    public async Task One_that_passes_says_in_whole_seconds_when_to_try_again(string which, int seconds)
    {
        using var answer = await problems.Client.GetAsync($"/stalls/thrown/{which}");

        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("returned")]
    [InlineData("thrown")]
    public async Task Its_headers_come_with_it_in_either_format(string way)
    {
        using var problem = await problems.Client.GetAsync($"/stalls/{way}/lost");
        using var detail = await details.Client.GetAsync($"/stalls/{way}/lost");

        Assert.Equal("there is none", problem.Headers.GetValues("X-Error").Single());
        Assert.Equal("there is none", detail.Headers.GetValues("X-Error").Single());
    }

    [Fact]
    public async Task What_it_tells_a_program_stands_beside_the_sentence_of_a_problem()
    {
        using var answer = await problems.Client.GetAsync("/stalls/returned/sold");

        var problem = await answer.MustBeProblem(409);
        Assert.Equal(("It is sold out.", 3, "apples"), ((string)problem["detail"]!, (int)problem["left"]!, (string)problem["goods"]!["name"]!));
    }

    [Fact]
    public async Task What_it_tells_a_program_is_the_detail_of_an_error_of_FastAPI()
    {
        using var answer = await details.Client.GetAsync("/stalls/thrown/sold");

        Assert.Equal((409, """{"detail":{"left":3,"goods":{"name":"apples"}}}"""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
