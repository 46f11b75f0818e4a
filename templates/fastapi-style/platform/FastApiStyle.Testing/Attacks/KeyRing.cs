using FastApiStyle.Testing.Documents;

namespace FastApiStyle.Testing.Attacks;

/// <summary>
/// The credentials of a client, taken off it for as long as this lives: some requests have none.
/// </summary>
internal sealed class KeyRing : IDisposable
{
    private readonly HttpClient client;
    private readonly IReadOnlyList<Gift> gifts;
    private readonly Dictionary<string, string> own = new(StringComparer.OrdinalIgnoreCase);

    public KeyRing(HttpClient client, IEnumerable<string> headers, IReadOnlyList<Gift> gifts)
    {
        (this.client, this.gifts) = (client, gifts);
        foreach (var name in headers.Where(client.DefaultRequestHeaders.Contains))
        {
            own[name] = client.DefaultRequestHeaders.NonValidated[name].ToString();
            client.DefaultRequestHeaders.Remove(name);
        }
    }

    /// <summary>What an operation takes of them: the first of its ways that there are credentials for.</summary>
    public IReadOnlyList<Credential> For(Operation operation)
    {
        var ways = operation.SignIn.Ways.Select(way => way.Select(scheme => Credential.Of(scheme, Given(operation, scheme.Name))).ToList()).ToList();
        return ways.Find(way => way.TrueForAll(credential => credential.Secret is not null)) ?? ways.FirstOrDefault([]);
    }

    public void Dispose()
    {
        foreach (var (name, text) in own)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, text);
        }
    }

    private string? Given(Operation operation, string name)
    {
        // What is given for one operation alone goes before what is given for all.
        var gift = gifts.Where(gift => gift.For(operation, name).Count > 0).MaxBy(gift => gift.Input.Length);
        gift?.IsUsed = true;
        return gift is null ? own.GetValueOrDefault(name) : $"{gift.For(operation, name)[0]}";
    }
}
