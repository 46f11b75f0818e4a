using System.Globalization;
using FastApiStyle;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Data;
using Shop.Features.Items;

namespace Shop.Features.Proof;

/// <summary>Adds items, each with a job, which writes down that it ran.</summary>
public sealed class ProofFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Ledger>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var proofs = routes.MapGroup("/proofs").WithTags("proofs");
        proofs.MapPost("/{kind}/{name}", CreateProof);
        proofs.MapPost("/burst/{name}/{count}", CreateProofs);
        proofs.MapGet("/", ListProofs);
    }

    /// <summary>Add an item and its job.</summary>
    private static async Task<Results<NoContent, ConflictProblem>> CreateProof(
        string kind, string name, AppDbContext database, JobQueue jobs, CancellationToken cancellation)
    {
        database.Add(new Item { Id = Guid.NewGuid(), Name = name });
        jobs.Enqueue(new Proof(kind, name));
        return await database.TrySaveUniqueAsync(cancellation) ? TypedResults.NoContent() : new ConflictProblem("It is there.");
    }

    /// <summary>Add many jobs at once.</summary>
    private static async Task<NoContent> CreateProofs(string name, int count, AppDbContext database, JobQueue jobs, CancellationToken cancellation)
    {
        for (var number = 0; number < count; number++)
        {
            jobs.Enqueue(new Proof("quick", string.Create(CultureInfo.InvariantCulture, $"{name}{number}")));
        }
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>The names of all items.</summary>
    private static Ok<List<string>> ListProofs(AppDbContext database) => TypedResults.Ok(database.Set<Item>().Select(item => item.Name).ToList());
}

/// <summary>A job of some kind.</summary>
public sealed record Proof(string Kind, string Name) : IJob;

/// <summary>A job that is repeated.</summary>
public sealed record Repeated : IJob;

internal sealed class ProofHandler(Ledger ledger, IConfiguration settings) : IJobHandler<Proof>
{
    public async Task HandleAsync(Proof job, JobContext context, CancellationToken cancellation)
    {
        switch (job.Kind)
        {
            case "slow":
                ledger.Write("began", context.Key);
                await Task.Delay(TimeSpan.FromSeconds(settings.GetValue("SlowSeconds", 60)), cancellation);
                break;
            case "poisoned" when !settings.GetValue("Cured", false):
                throw new InvalidOperationException("It is poisoned.");
            case "deadly" when !settings.GetValue("Cured", false):
                Environment.FailFast("It ends its process.");
                break;
        }
        ledger.Write(job.Name, context.Key);
    }
}

internal sealed class RepeatedHandler(Ledger ledger) : IJobHandler<Repeated>
{
    public Task HandleAsync(Repeated job, JobContext context, CancellationToken cancellation)
    {
        ledger.Write("repeated", context.Key);
        return Task.CompletedTask;
    }
}

/// <summary>A line for each job that ran, in a file of each process.</summary>
internal sealed class Ledger(IConfiguration settings)
{
    private readonly Lock turn = new();

    public void Write(string name, string key)
    {
        lock (turn)
        {
            File.AppendAllText(Path.Combine(settings["Ledger"]!, $"{Environment.ProcessId}"), $"{name} {key}\n");
        }
    }
}
