using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.Testing;

/// <summary>What tests ask of an answer.</summary>
public static class Answers
{
    /// <summary>The body, as JSON: <c>(await answer.JsonAsync()).GetProperty("name").GetString()</c>.</summary>
    /// <param name="answer">The answer of the service.</param>
    /// <exception cref="ContractException">The body is no JSON.</exception>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        try
        {
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        }
        catch (JsonException exception)
        {
            throw await FailureAsync(answer, $"expected a body of JSON: {exception.Message}");
        }
    }

    /// <summary>The answer has this status.</summary>
    /// <param name="answer">The answer of the service.</param>
    /// <param name="status">The one that is expected.</param>
    /// <returns>The body, as JSON; undefined where there is none, as after a deletion.</returns>
    /// <exception cref="ContractException">It has another one, or its body is no JSON.</exception>
    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        if (answer.StatusCode != status)
        {
            throw await FailureAsync(answer, $"expected {(int)status} {status}, and got {(int)answer.StatusCode} {answer.StatusCode}");
        }
        return await answer.Content.ReadAsStringAsync() == "" ? default : await answer.JsonAsync();
    }

    /// <summary>The text at a place of what came with success, such as a token: <c>await answer.TextAsync("user.token")</c>.</summary>
    /// <param name="answer">The answer of the service.</param>
    /// <param name="place">The names of the members that lead there, with points between.</param>
    /// <exception cref="ContractException">It is no success, or holds no text there; the message shows what came.</exception>
    public static async Task<string> TextAsync(this HttpResponseMessage answer, string place)
    {
        var found = answer.IsSuccessStatusCode ? JsonNode.Parse($"{await answer.JsonAsync()}") : null;
        foreach (var member in place.Split('.'))
        {
            found = (found as JsonObject)?[member];
        }
        return found?.GetValueKind() == JsonValueKind.String ? (string)found!
            : throw await FailureAsync(answer, $"expected a success with a text at {place}, and got {(int)answer.StatusCode} {answer.StatusCode}");
    }

    /// <summary>
    /// The answer has this status and says what is wrong in one of the two formats of errors, told apart by its content type:
    /// as problem details with all of their members, or as FastAPI's <c>detail</c>.
    /// </summary>
    /// <param name="answer">The answer of the service.</param>
    /// <param name="status">The one that is expected.</param>
    /// <returns>The body.</returns>
    /// <exception cref="ContractException">It has another status, or is no such error.</exception>
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var problem = await answer.ShouldBeAsync(status);
        var body = problem.ValueKind == JsonValueKind.Object ? JsonObject.Create(problem) : null;
        return ErrorAnswers.Find(answer.MediaType(), body, (int)status) is { } fault ? throw await FailureAsync(answer, fault) : problem;
    }

    /// <summary>The answer is a 422 that lists these faults and no other, in this order, in either format of errors.</summary>
    /// <param name="answer">The answer of the service.</param>
    /// <param name="faults">
    /// Each one as <c>type@loc.loc</c>: <c>await answer.ShouldListAsync("missing@body.name", "string_type@body.tags.0")</c>.
    /// </param>
    /// <exception cref="ContractException">It does not.</exception>
    public static async Task ShouldListAsync(this HttpResponseMessage answer, params string[] faults)
    {
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity);
        var listed = ErrorAnswers.FaultsIn(answer.MediaType(), JsonObject.Create(problem)).Select(fault => $"{fault}").ToList();
        if (!listed.SequenceEqual(faults))
        {
            throw await FailureAsync(answer, $"expected the faults [{string.Join(", ", faults)}], and got [{string.Join(", ", listed)}]");
        }
    }

    private static async Task<ContractException> FailureAsync(HttpResponseMessage answer, string fault)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return new($"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {fault}\n{Excerpt.Of(body, 500)}");
    }
}
