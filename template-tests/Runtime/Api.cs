using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiStyle.TemplateTests.Runtime;

/// <summary>What a client of the scaffold says to it.</summary>
internal static class Api
{
    public const string Password = "correct horse battery";

    public static string NewEmail() => $"{Guid.NewGuid():N}@example.com";

    public static Task<HttpResponseMessage> SignUp(this HttpClient client, string email, string password = Password) =>
        client.PostAsJsonAsync("/users", new { email, password });

    public static Task<HttpResponseMessage> SignIn(this HttpClient client, string email, string password = Password) =>
        client.PostAsync("/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = email,
            ["password"] = password,
        }));

    /// <returns>The token of a new user.</returns>
    public static async Task<string> NewToken(this HttpClient client)
    {
        using var answer = await client.SignUp(NewEmail());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Json())["access_token"]!.GetValue<string>();
    }

    public static async Task<HttpResponseMessage> Send(
        this HttpClient client, HttpMethod method, string path, string? json = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await client.SendAsync(request);
    }

    /// <returns>The item that the service made.</returns>
    public static async Task<JsonObject> NewItem(this HttpClient client, string token, object? item = null)
    {
        item ??= new { name = $"Item {Guid.NewGuid():N}", price = 9.5m, description = "As new" };
        using var answer = await client.Send(HttpMethod.Post, "/items", JsonSerializer.Serialize(item), token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Json();
    }

    public static async Task<JsonObject> Json(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();

    /// <summary>Checks that the answer is a problem with every member that DESIGN promises, and gives it.</summary>
    public static async Task<JsonObject> MustBeProblem(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} instead of {status}: {text}");
        return MustBeProblem(text, status, answer.Content.Headers.ContentType?.MediaType);
    }

    public static JsonObject MustBeProblem(string body, int status, string? contentType)
    {
        Assert.Equal("application/problem+json", contentType);
        var problem = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(["type", "title", "status", "detail", "instance", "traceId"], problem.Select(member => member.Key).Take(6));
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.All(
            ["type", "title", "detail", "instance", "traceId"],
            member => Assert.NotEmpty(problem[member]!.GetValue<string>()));
        Assert.DoesNotContain("   at ", body);
        Assert.DoesNotContain("Exception", body);
        return problem;
    }

    public static string TraceId(this JsonObject problem) => problem["traceId"]!.GetValue<string>();
}
