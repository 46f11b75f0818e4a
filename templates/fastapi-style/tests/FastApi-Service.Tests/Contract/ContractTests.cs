using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastApiService.Tests.Contract;

/// <summary>
/// The document and the service say the same. <c>openapi.json</c> is what clients are generated from: a change of it is reviewed
/// like code. And whatever it says is tried on the service, so that a feature that is added is tested without a line here.
/// </summary>
public sealed class ContractTests(ServiceFactory service) : IClassFixture<ServiceFactory>
{
    private const string Update = "dotnet test --environment UPDATE_OPENAPI=true";

    private const int ValidCalls = 25;

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Passwords are slow to hash, on purpose.
    private static readonly TimeSpan TimeForValidCalls = TimeSpan.FromSeconds(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        var file = Path.Combine(FindRoot(), "openapi.json");
        var served = await ReadServedAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "true")
        {
            await File.WriteAllTextAsync(file, $"{served.ToJsonString(Written)}\n", Cancellation);
        }
        var committed = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file, Cancellation)) : null;

        var differences = Difference.Of(committed, served).ToList();

        Assert.True(differences.Count == 0,
            $"""
            openapi.json is not what the service serves (committed → served):
            {string.Join('\n', differences.Take(30))}{(differences.Count > 30 ? $"\n… and {differences.Count - 30} more" : "")}
            If that is what you want, write the file anew and commit it:
            {Update}
            """);
    }

    [Fact]
    public async Task The_service_keeps_what_its_document_says()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CONTRACT_SEED"), CultureInfo.InvariantCulture, out var other) ? other : 1;
        var document = new Document(await ReadServedAsync());
        var check = new SchemaCheck(document);
        var answers = new AnswerCheck(document, check);
        var seen = new Seen();
        var client = service.CreateClient();
        var token = (await service.SignedInAsync()).DefaultRequestHeaders.Authorization!.Parameter!;
        var failures = new Failures();

        async Task SendAsync(Call call)
        {
            using var request = call.ToRequest(token);
            using var answer = await client.SendAsync(request, Cancellation);
            var body = await answer.Content.ReadAsStringAsync(Cancellation);
            foreach (var fault in answers.Find(call, answer, body))
            {
                failures.Add(call, fault, body);
            }
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/json")
            {
                seen.Add(call.Operation.Path, JsonNode.Parse(body));
            }
        }

        var unknown = document.UnknownKeywords().ToList();
        Assert.True(unknown.Count == 0, $"The document has keywords that this test does not know, teach them in SchemaCheck.cs: {string.Join(", ", unknown)}");

        var clock = Stopwatch.StartNew();
        var remaining = document.Operations.Count;
        foreach (var operation in document.Operations)
        {
            var attack = new Attack(operation, document, check, seen, new Random(seed));
            await failures.CollectAsync(operation, async () =>
            {
                // What one operation leaves of its share of the time, the next ones have.
                var until = clock.Elapsed + ((TimeForValidCalls - clock.Elapsed) / remaining);
                var sent = 0;
                foreach (var call in attack.Valid().Take(ValidCalls).TakeWhile(_ => sent++ < 5 || clock.Elapsed < until))
                {
                    await SendAsync(call);
                }
            });
            remaining--;
        }
        foreach (var operation in document.Operations)
        {
            var unbroken = new HashSet<string>();
            var attack = new Attack(operation, document, check, seen, new Random(seed));
            await failures.CollectAsync(operation, async () =>
            {
                foreach (var call in attack.Broken(unbroken))
                {
                    await SendAsync(call);
                }
            });
            foreach (var constraint in unbroken)
            {
                failures.Add(operation, $"{constraint}: no value was found that breaks it, so nothing tells whether the service keeps it");
            }
        }

        Assert.True(failures.IsEmpty, $"The service and its document do not agree (CONTRACT_SEED={seed}):\n{failures}");
    }

    private async Task<JsonObject> ReadServedAsync() =>
        JsonNode.Parse(await service.CreateClient().GetStringAsync("/openapi.json", Cancellation))!.AsObject();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "openapi.json")) || folder.EnumerateFiles("*.slnx").Any())
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds openapi.json or a solution.");
    }
}
