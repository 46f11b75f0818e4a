using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FastApiStyle.Benchmarks.Harness;

namespace FastApiStyle.Benchmarks.Scale;

/// <summary>A hundred items in the database of a service, added as a client adds them.</summary>
internal static class SampleItems
{
    private const int Count = 100;

    /// <exception cref="Failure">It does not answer a list of a hundred.</exception>
    public static async Task BeThereAsync(Server server, bool add, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        if (add)
        {
            await AddAsync(client, cancellation);
        }
        var page = await client.GetFromJsonAsync<JsonObject>($"/items?limit={Count}", cancellation);
        if (page?["items"] is not JsonArray { Count: Count } items || (string?)items[0]?["name"] != "Oak table 1")
        {
            throw new Failure($"That is no list of {Count} items: {page}");
        }
    }

    private static async Task AddAsync(HttpClient client, CancellationToken cancellation)
    {
        const string Email = "ada@example.com";
        const string Password = "correct horse battery";
        using var user = (await client.PostAsJsonAsync("/users", new { Email, Password }, cancellation)).EnsureSuccessStatusCode();
        using var form = new FormUrlEncodedContent([new("username", Email), new("password", Password)]);
        using var token = (await client.PostAsync(new Uri("/token", UriKind.Relative), form, cancellation)).EnsureSuccessStatusCode();
        var bearer = (string?)(await token.Content.ReadFromJsonAsync<JsonObject>(cancellation))?["access_token"];
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);

        var item = JsonNode.Parse(await File.ReadAllTextAsync(Folders.Source("item.json"), cancellation))!.AsObject();
        for (var number = 1; number <= Count; number++)
        {
            item["name"] = $"Oak table {number}";
            using var created = (await client.PostAsJsonAsync("/items", item, cancellation)).EnsureSuccessStatusCode();
        }
    }
}
