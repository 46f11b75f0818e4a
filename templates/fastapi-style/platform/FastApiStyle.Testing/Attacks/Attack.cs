using System.Diagnostics;
using FastApiStyle.Testing.Documents;
using FastApiStyle.Testing.Schemas;

namespace FastApiStyle.Testing.Attacks;

/// <summary>Sends to every operation of a document what it allows and what it refuses, in an order that leads somewhere.</summary>
internal sealed class Attack
{
    private const int ValidCallsEach = 25;
    private const int FewestCallsEach = 5;

    // Passwords are slow to hash, on purpose.
    private static readonly TimeSpan TimeForValidCalls = TimeSpan.FromSeconds(5);

    private readonly Document document;
    private readonly AttackOptions options;
    private readonly int seed;
    private readonly SchemaCheck check;
    private readonly Things things;
    private readonly Exchange exchange;
    private readonly Failures failures = new();
    private readonly Stopwatch clock = new();

    /// <param name="client">Without credentials of its own: they are on the ring.</param>
    public Attack(Document document, HttpClient client, KeyRing keys, AttackOptions options, int seed)
    {
        (this.document, this.options, this.seed) = (document, options, seed);
        check = new(document.Variants);
        things = new(document.Operations.Select(operation => operation.Path));
        exchange = new(client, keys, new(document, check, options.Faults), things, failures, document.Operations);
    }

    public async Task<(ContractReport Report, Failures Failures)> RunAsync(CancellationToken cancellation)
    {
        foreach (var unknown in options.Skipped.Keys.Except(document.Operations.Select(operation => operation.Id)))
        {
            failures.Add($"attack.Skip(\"{unknown}\", …)", "no operation has this id");
        }
        var reaches = document.Operations.Where(operation => !options.Skipped.ContainsKey(operation.Id)).Select(operation => new Reach(operation)).ToList();
        var lasting = reaches.Where(reach => reach.Operation.Method != HttpMethod.Delete).ToList();
        clock.Start();
        await ReachAsync(lasting, cancellation);
        foreach (var reach in lasting)
        {
            await BreakAsync(reach, cancellation);
            await CheckConditionsAsync(reach, cancellation);
        }
        // What is held goes before what holds it, and the user who is signed in goes last.
        foreach (var reach in reaches.Except(lasting).OrderByDescending(each => each.Operation.Depth))
        {
            await CheckConditionsAsync(reach, cancellation);
            await AllowAsync(reach, seed, sent => sent < FewestCallsEach || clock.Elapsed < TimeForValidCalls, cancellation);
            await BreakAsync(reach, cancellation);
        }
        foreach (var reach in reaches.Where(reach => reach.LacksSomething))
        {
            failures.Add(reach.Operation, Advice.For(reach));
        }
        foreach (var gift in options.Gifts.Where(gift => !gift.IsUsed))
        {
            failures.Add($"attack.Give(\"{gift.Input}\", …)", "it was sent nowhere: no input has this name, or no value fits the schema of one");
        }
        return (new(reaches, options.Skipped), failures);
    }

    /// <summary>Sends what is allowed; where nothing succeeds, other values once others have created what may be needed.</summary>
    private async Task ReachAsync(List<Reach> reaches, CancellationToken cancellation)
    {
        foreach (var (index, reach) in reaches.Index())
        {
            // What one operation leaves of its share of the time, the next ones have.
            var until = clock.Elapsed + ((TimeForValidCalls - clock.Elapsed) / (reaches.Count - index));
            await AllowAsync(reach, seed, sent => sent < FewestCallsEach || clock.Elapsed < until, cancellation);
        }
        var left = reaches.Count + 1;
        while (reaches.Where(reach => !reach.HasSucceeded).ToList() is { Count: > 0 } again && again.Count < left)
        {
            left = again.Count;
            foreach (var reach in again)
            {
                await AllowAsync(reach, seed + left, _ => !reach.HasSucceeded, cancellation);
            }
        }
    }

    private Task AllowAsync(Reach reach, int seed, Func<int, bool> goesOn, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var recollection = new Recollection(reach.Operation, document.Variants, check, things, random);
        var calls = new ValidCalls(reach.Operation, ValuesOf(reach.Operation, random), recollection, random);
        return exchange.SendAsync(reach, calls.All().Take(ValidCallsEach).TakeWhile((_, sent) => goesOn(sent)), cancellation);
    }

    private async Task BreakAsync(Reach reach, CancellationToken cancellation)
    {
        var broken = new BrokenCalls(reach.Operation, ValuesOf(reach.Operation, new Random(seed)));
        // Who is turned away does not hear what else is wrong.
        await exchange.SendAsync(reach, reach.IsTurnedAway ? broken.WithoutCredentials() : broken.All(), cancellation);
        foreach (var constraint in broken.Unbroken)
        {
            failures.Add(reach.Operation, $"{constraint}: no value was found that breaks it, so nothing tells whether the service keeps it");
        }
    }

    private Task CheckConditionsAsync(Reach reach, CancellationToken cancellation) =>
        reach.IsTurnedAway ? Task.CompletedTask : new Conditions(exchange).CheckAsync(reach, ValuesOf(reach.Operation, new Random(seed)), cancellation);

    private InputValues ValuesOf(Operation operation, Random random) =>
        new(operation, document.Variants, check, new KnownValues(operation, options.Gifts, things, check, random), random);
}
