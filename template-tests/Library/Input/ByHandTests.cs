using System.Text.Json;
using FastApiStyle.TemplateTests.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a service reads by hand as strictly as a body: a message of a WebSocket, say.</summary>
public sealed class ByHandTests
{
    [Theory]
    [InlineData("/messages?json=%7B%22word%22%3A%22x%22%7D", "x")]
    [InlineData("/messages?json=%7B%22word%22%3A5%7D", "JsonException")]
    [InlineData("/messages?json=%7B%7D", "JsonException")]
    [InlineData("/messages/late?json=5", "JsonException")]
    public async Task What_is_not_valid_throws_and_is_no_fault_of_the_request(string address, string said)
    {
        await using var service = await new LibraryService(typeof(MessagesFeature)).Start();

        using var answer = await service.Client.Send(HttpMethod.Get, address);

        Assert.Equal((200, said), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    internal sealed class MessagesFeature : IFeature
    {
        public static void MapRoutes(IEndpointRouteBuilder routes)
        {
            // A text is a body here, too.
            routes.MapGet("/messages", (string json, IOptions<JsonOptions> options) => Read(json, options, new Message(nameof(JsonException)))!.Word);
            routes.MapGet("/messages/late", async (string json, HttpResponse response, IOptions<JsonOptions> options) =>
            {
                await response.Body.FlushAsync();
                await response.WriteAsync(Read(json, options, nameof(JsonException))!);
            });
        }

        private static T? Read<T>(string json, IOptions<JsonOptions> options, T refused)
        {
            try
            {
                return JsonSerializer.Deserialize<T>(json, options.Value.SerializerOptions);
            }
            catch (JsonException)
            {
                return refused;
            }
        }
    }

    internal sealed record Message(string Word);
}
