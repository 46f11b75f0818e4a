using System.Reflection;
using FastApiStyle.Jobs;
using FastApiStyle.Jobs.RabbitMq;
using FastApiStyle.Jobs.Running;
using FastApiStyle.Jobs.Storing;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry.Metrics;
using Quartz;

namespace FastApiStyle;

/// <summary>Gives a service its jobs.</summary>
public static class JobSetup
{
    /// <summary>
    /// Registers every <see cref="IJob"/> of a service with its handler, the <see cref="JobQueue"/>, the settings under <c>Jobs</c>, and what runs them.
    /// </summary>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="service">The assembly of the service: <c>typeof(Program).Assembly</c>.</param>
    /// <param name="configure">Where jobs are kept, and who runs them.</param>
    /// <exception cref="StartupException">A job has no handler, or several, or the name of another one.</exception>
    public static void AddJobs(this WebApplicationBuilder builder, Assembly service, Action<JobOptions>? configure = null) =>
        builder.AddJobs(service.GetTypes(), configure);

    internal static void AddJobs(this WebApplicationBuilder builder, Type[] types, Action<JobOptions>? configure = null)
    {
        var store = new JobStoreOptions();
        configure?.Invoke(new JobOptions(store));

        var services = builder.Services;
        services.AddSingleton(store).AddSingleton(new JobTypes(types)).AddSingleton<JobStore>().AddSingleton<JobWriter>();
        services.AddSingleton<DeadLetters>().AddSingleton<CronSchedules>().AddSingleton<JobMeters>().AddSingleton<JobRunner>();
        services.AddSingleton(provider => new NewEntities(
            types.Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(NewEntities.IsSource)), provider));
        services.AddSingleton<IValidator<JobSettings>, JobSettingsValidator>();
        builder.AddSettings<JobSettings>("Jobs");
        services.AddScoped(provider => new JobQueue(
            provider.GetRequiredService<JobWriter>(),
            store.Database is { } database ? (DbContext)provider.GetRequiredService(database.Context) : null));
        if (store.Database is { } kept)
        {
            SavingWithData.MakeGenericMethod(kept.Context).Invoke(null, [services]);
        }
        AddScheduler(services, store, builder.Configuration.GetValue("Jobs:Concurrency", new JobSettings().Concurrency));
        services.AddHostedService<JobService>();
        // It stops first: what it takes no more, the scheduler need not wait for.
        if (store.UsesRabbitMq && builder.Configuration["Jobs:RabbitMq"] is not "")
        {
            builder.AddBroker();
        }
        services.AddHealthChecks().AddCheck<JobCheck>("jobs");
        services.ConfigureOpenTelemetryMeterProvider(meters => meters.AddMeter(JobMeters.Name));
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        if (store.Database is { IsFile: true })
        {
            // It warns at each start that a writer waits for a transaction, as every writer of SQLite does.
            builder.Logging.AddFilter("Quartz.Impl.AdoJobStore.LocalTransactionJobStore", LogLevel.Error);
        }
    }

    /// <summary>
    /// Does what an operator asks for on the command line, and nothing else: <c>jobs dead</c> lists the dead letters, <c>jobs retry ID…</c>
    /// sends some of them again, <c>jobs retry all</c> all of them.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="args">The arguments of the command line.</param>
    /// <returns>Whether there was such a command, and the service is not to run.</returns>
    public static Task<bool> RunJobCommandAsync(this WebApplication app, string[] args) => JobCommands.RunAsync(app.Services, args);

    private static readonly MethodInfo SavingWithData = typeof(JobSetup).GetMethod(nameof(SaveWithData), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void SaveWithData<TContext>(IServiceCollection services) where TContext : DbContext
    {
        services.AddSingleton<SaveJobs>();
        services.ConfigureDbContext<TContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<SaveJobs>()));
    }

    private static void AddScheduler(IServiceCollection services, JobStoreOptions store, int concurrency) => services.AddQuartz(JobStoreOptions.Name, quartz =>
    {
        quartz.ConfigureScheduler(scheduler =>
        {
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            scheduler.PropagateTraceContext = false;
            scheduler.GenerateInstanceId = store.Database is { IsFile: false };
        });
        quartz.UseDefaultThreadPool(Math.Max(concurrency, 1));
        if (store.Database is { } database)
        {
            quartz.UsePersistentStore(database.Configure);
        }
        else
        {
            quartz.UseInMemoryStore();
        }
    });
}
