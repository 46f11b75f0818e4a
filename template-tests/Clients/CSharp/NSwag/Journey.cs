using System.Net.Http.Headers;
using NSwagClient;

using var http = new HttpClient();
var shop = new ShopClient(args[0], http);
var email = $"{Guid.NewGuid()}@example.com";
const string Password = "correct horse battery";

var signUp = await shop.CreateUserAsync(new() { Email = email, Password = Password });
Expect("bearer", signUp.Token_type);

var signIn = await shop.CreateTokenAsync(new() { Grant_type = "password", Username = email, Password = Password });
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signIn.Access_token);

var name = $"Lamp {Guid.NewGuid()}";
var created = await shop.CreateItemAsync(
    new() { Name = name, Price = 12.3m, Description = "As new", Tags = ["light"], Status = ItemStatus.Active });

var list = await shop.ListItemsAsync(search: name, status: ItemStatus.Active);
Expect(created.Id, list.Items.Single().Id);

// What is absent stays as it is, and null clears. Members that are null are left out, so a null is an additional member.
var cheaper = await shop.UpdateItemAsync(created.Id, new() { Price = 11 });
Expect((11m, "As new"), (cheaper.Price, cheaper.Description));
var bare = await shop.UpdateItemAsync(created.Id, new() { AdditionalProperties = { ["description"] = null! } });
Expect((11m, null), (bare.Price, bare.Description));

try
{
    await shop.CreateItemAsync(new() { Name = "", Price = 1, Tags = ["light", ""] });
    throw new InvalidOperationException("It was not refused.");
}
catch (ApiException<ValidationProblem> refused)
{
    Expect(
        "string_too_short body.name 1, string_too_short body.tags.1 1",
        string.Join(", ", refused.Result.Errors.Select(fault => $"{fault.Type} {string.Join('.', fault.Loc)} {fault.Ctx?["min_length"]}")));
}

static void Expect<T>(T expected, T actual)
{
    if (!Equals(expected, actual))
    {
        throw new InvalidOperationException($"{actual} instead of {expected}");
    }
}
