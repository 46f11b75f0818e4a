using System.Net;
using FastApiStyle.Testing;

namespace FastApiStyle.TemplateTests.Library;

/// <summary>What a test asks of an answer, it gets, or sees the answer.</summary>
public sealed class AnswersTests
{
    [Fact]
    public async Task A_token_is_read_from_where_it_stands() =>
        Assert.Equal("abc", await Answer(HttpStatusCode.Created, """{"user": {"token": "abc"}}""").TextAsync("user.token"));

    [Theory]
    [InlineData(HttpStatusCode.Conflict, """{"detail": "This name is taken."}""", "got 409 Conflict")]
    [InlineData(HttpStatusCode.OK, """{"user": {"jwt": "abc"}}""", "got 200 OK")]
    [InlineData(HttpStatusCode.OK, """{"user": {"token": 17}}""", "got 200 OK")]
    [InlineData(HttpStatusCode.OK, """["abc"]""", "got 200 OK")]
    [InlineData(HttpStatusCode.NoContent, "", "a body of JSON")]
    public async Task A_sign_in_that_goes_wrong_shows_the_answer_that_came(HttpStatusCode status, string body, string words)
    {
        var exception = await Assert.ThrowsAsync<ContractException>(() => Answer(status, body).TextAsync("user.token"));

        Assert.Contains("POST http://localhost/users: expected", exception.Message);
        Assert.Contains(words, exception.Message);
        Assert.EndsWith(body, exception.Message);
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body), RequestMessage = new(HttpMethod.Post, "http://localhost/users") };
}
