using System.Text.Json;
using FastApiStyle.TemplateTests.Library.Reference.Port;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

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
        Api = api => (api.Errors, api.Naming) = (ErrorFormat.FastApi, JsonNamingPolicy.SnakeCaseLower),
        Add = builder =>
        {
            builder.Services.AddAuthorizationBuilder().AddPolicy("user", policy => policy.RequireAssertion(
                user => user.User.Identity?.Name?.StartsWith("user:", StringComparison.Ordinal) == true));
            builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        },
        Use = app => app.UseWebSockets(),
    };

    private sealed class Refusals : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler usual = new();

        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (!authorizeResult.Forbidden || context.User.Identity?.IsAuthenticated != true)
            {
                return usual.HandleAsync(next, context, policy, authorizeResult);
            }
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsJsonAsync(new { detail = "Could not validate credentials" });
        }
    }
}
