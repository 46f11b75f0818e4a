using System.Diagnostics;
using System.Text.Json.Nodes;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Sends to every operation of a document what it allows and what it refuses, and looks at each answer.</summary>
/// <param name="client">Without a token of its own.</param>
/// <param name="token">Of a user who may do everything.</param>
internal sealed class Attack(Document document, HttpClient client, string token, int seed)
{
    private const int ValidCallsEach = 25;

    // Passwords are slow to hash, on purpose.
    private static readonly TimeSpan TimeForValidCalls = TimeSpan.FromSeconds(5);

    private readonly SchemaCheck check = new(document.Variants);
    private readonly Failures failures = new();

    // Bodies of answers and the paths that gave them, so that later requests ask for what is there.
    private readonly List<(string Path, JsonObject Body)> seen = [];

    public async Task<Failures> RunAsync(CancellationToken cancellation)
    {
        var operations = document.Operations;
        var clock = Stopwatch.StartNew();
        foreach (var (index, operation) in operations.Index())
        {
            // What one operation leaves of its share of the time, the next ones have.
            var until = clock.Elapsed + ((TimeForValidCalls - clock.Elapsed) / (operations.Count - index));
            var random = new Random(seed);
            var calls = new ValidCalls(operation, ValuesOf(operation, random), random).All();
            await SendAsync(calls.Take(ValidCallsEach).TakeWhile((_, sent) => sent < 5 || clock.Elapsed < until), operation, cancellation);
        }
        foreach (var operation in operations)
        {
            var broken = new BrokenCalls(operation, ValuesOf(operation, new Random(seed)));
            await SendAsync(broken.All(), operation, cancellation);
            foreach (var constraint in broken.Unbroken)
            {
                failures.Add(operation, $"{constraint}: no value was found that breaks it, so nothing tells whether the service keeps it");
            }
        }
        return failures;
    }

    private InputValues ValuesOf(Operation operation, Random random) => new(operation, document.Variants, check, seen, random);

    private async Task SendAsync(IEnumerable<Call> calls, Operation operation, CancellationToken cancellation)
    {
        var answerCheck = new AnswerCheck(document, check);
        try
        {
            foreach (var call in calls)
            {
                using var request = call.ToRequest(token);
                using var answer = await client.SendAsync(request, cancellation);
                var body = await answer.Content.ReadAsStringAsync(cancellation);
                foreach (var fault in answerCheck.Find(call, answer, body))
                {
                    failures.Add(operation, fault, $"\n    {call.ToCurl()}\n    {Excerpt.Of(body, 500)}");
                }
                if (answer.IsSuccessStatusCode && body.StartsWith('{') && JsonNode.Parse(body) is JsonObject members)
                {
                    seen.Add((operation.Path, members));
                }
            }
        }
        catch (ContractException exception)
        {
            // A call that cannot be made keeps no other operation from being called.
            failures.Add(operation, exception.Message);
        }
    }
}
