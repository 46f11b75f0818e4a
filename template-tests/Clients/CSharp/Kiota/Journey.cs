using System.Net.Http.Headers;
using KiotaClient;
using KiotaClient.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

// Kiota's own providers of tokens send them by https alone.
using var http = KiotaClientFactory.Create();
var shop = new ShopClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = args[0] });
var email = $"{Guid.NewGuid()}@example.com";
const string Password = "correct horse battery";

var signUp = await shop.Users.PostAsync(new() { Email = email, Password = Password });
Expect("bearer", signUp?.TokenType);

var signIn = await shop.Token.PostAsync(new() { GrantType = "password", Username = email, Password = Password });
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signIn?.AccessToken);

var name = $"Lamp {Guid.NewGuid()}";
var created = await shop.Items.PostAsync(
    new() { Name = name, Price = 12.3m, Description = "As new", Tags = ["light"], Status = ItemStatus.Active });
var item = shop.Items[created!.Id!.Value];

var list = await shop.Items.GetAsync(request =>
{
    request.QueryParameters.Search = name;
    request.QueryParameters.Status = ItemStatus.Active;
});
Expect(created.Id, list?.Items?.Single().Id);

// What is absent stays as it is, and null clears: with a backing store, what was set is sent, null or not.
var cheaper = await item.PatchAsync(new() { Price = 11 });
Expect((11m, "As new"), (cheaper?.Price, cheaper?.Description));
var bare = await item.PatchAsync(new() { Description = null });
Expect((11m, null), (bare?.Price, bare?.Description));

try
{
    await shop.Items.PostAsync(new() { Name = "", Price = 1, Tags = ["light", ""] });
    throw new InvalidOperationException("It was not refused.");
}
catch (ValidationProblem refused)
{
    // Kiota takes a place for a list of texts, and leaves an index out.
    Expect(
        "string_too_short body.name 1, string_too_short body.tags. 1",
        string.Join(", ", refused.Errors!.Select(fault => $"{fault.Type} {string.Join('.', fault.Loc!)} {fault.Ctx?.AdditionalData["min_length"]}")));
}

static void Expect<T>(T expected, T actual)
{
    if (!Equals(expected, actual))
    {
        throw new InvalidOperationException($"{actual} instead of {expected}");
    }
}
