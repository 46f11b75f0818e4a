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

        Assert.True(JsonNode.DeepEquals(committed, served),
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
        var seen = new List<(string Path, JsonObject Body)>();
        var client = service.CreateClient();
        var token = (await service.ClientAsync()).DefaultRequestHeaders.Authorization?.Parameter ?? "";
        var failures = new Failures();

        async Task SendAsync(Operation operation, Func<Attack, IEnumerable<Call>> calls)
        {
            try
            {
                foreach (var call in calls(new Attack(operation, document, check, seen, new Random(seed))))
                {
                    using var request = call.ToRequest(token);
                    using var answer = await client.SendAsync(request, Cancellation);
                    var body = await answer.Content.ReadAsStringAsync(Cancellation);
                    foreach (var fault in new AnswerCheck(document, check).Find(call, answer, body))
                    {
                        failures.Add(operation, fault, $"\n    {call.ToCurl()}\n    {(body.Length > 500 ? $"{body[..500]}…" : body)}");
                    }
                    if (answer.IsSuccessStatusCode && body.StartsWith('{') && JsonNode.Parse(body) is JsonObject members)
                    {
                        seen.Add((operation.Path, members));
                    }
                }
            }
            catch (InvalidOperationException exception)
            {
                // An attack that cannot be made keeps no other from being made.
                failures.Add(operation, exception.Message);
            }
        }

        var unknown = string.Join(", ", document.UnknownKeywords());
        Assert.True(unknown == "", $"The document has keywords that this test does not know, teach them in SchemaCheck.cs: {unknown}");

        var clock = Stopwatch.StartNew();
        foreach (var (index, operation) in document.Operations.Index())
        {
            // What one operation leaves of its share of the time, the next ones have.
            var until = clock.Elapsed + ((TimeForValidCalls - clock.Elapsed) / (document.Operations.Count - index));
            await SendAsync(operation, attack => attack.Valid().Take(ValidCalls).TakeWhile((_, sent) => sent < 5 || clock.Elapsed < until));
        }
        foreach (var operation in document.Operations)
        {
            var unbroken = new HashSet<string>();
            await SendAsync(operation, attack => attack.Broken(unbroken));
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

/// <summary>Where two documents differ, each place as a JSON pointer.</summary>
internal static class Difference
{
    public static IEnumerable<string> Of(JsonNode? before, JsonNode? after, string pointer = "") => (before, after) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key)).SelectMany(name =>
            Of(left[name], right[name], $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}")),
        (JsonArray left, JsonArray right) => Enumerable.Range(0, Math.Max(left.Count, right.Count)).SelectMany(index =>
            Of(left.ElementAtOrDefault(index), right.ElementAtOrDefault(index), $"{pointer}/{index}")),
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{pointer}: {Short(before)} → {Short(after)}"],
    };

    private static string Short(JsonNode? value) => value?.ToJsonString() is not { } json ? "nothing" : json.Length > 100 ? $"{json[..100]}…" : json;
}
