using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Reference.Port;
using Microsoft.OpenApi;

namespace FastApiStyle.TemplateTests.Library.Reference;

/// <summary>The port, to which the recorded requests were put, from the first to the last.</summary>
public sealed class PlayedPort : IAsyncLifetime
{
    private readonly LibraryService service = Service();

    internal Dictionary<string, RecordedAnswer> Answers { get; } = [];

    internal IReadOnlyList<Difference> DifferencesOf(Exchange exchange) =>
        [.. Difference.Between(exchange.Name, exchange.Answer, Answers[exchange.Name])];

    public async Task InitializeAsync()
    {
        await service.Start();
        var made = "";
        foreach (var exchange in Exchange.All)
        {
            var answer = await exchange.AskAsync(service.Client, made);
            made = answer.Status == 201 && exchange is { Method: "POST", Path: "/items" } ? $"{answer.Body!["id"]}" : made;
            Answers[exchange.Name] = answer;
        }
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    internal static LibraryService Service() => new(typeof(Items))
    {
        Api = api => (api.Errors, api.Naming, api.OperationIds, api.SchemaNames) =
            (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower, OperationIds.TagAndName, SchemaNames.FastApi),
        Add = builder => builder.Services.ConfigureSwaggerGen(options => SignInDocs.Add(options, new()
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new() { Password = new() { TokenUrl = new("token", UriKind.Relative) } },
        })),
        Use = app => app.UseWebSockets(),
    };
}
