using FluentValidation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Tasks;

/// <summary>Everything that gives work for after an answer.</summary>
internal sealed class TasksFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<Notebook>().AddScoped<Letter>().AddScoped<LetterService>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/nothing", () => "nothing");
        routes.MapPost("/letters/{count:int}", WriteLetters);
        routes.MapPost("/stamps", (Stamp stamp, LetterService letters) =>
        {
            letters.WriteLater("stamped");
            return stamp;
        });
        routes.MapGet("/wait", (BackgroundTasks tasks) => tasks.Add<Notebook>(async (notebook, cancellation) =>
        {
            await notebook.WaitAtDoor(cancellation);
            notebook.Note("waited");
        }));
        routes.MapGet("/hold", (BackgroundTasks tasks) =>
        {
            // It does not look at its token, and the next one waits for it.
            tasks.Add<Notebook>((notebook, _) => notebook.WaitAtDoor(CancellationToken.None));
            tasks.Add<Notebook>((notebook, _) => Done(() => notebook.Note("never")));
        });
        routes.MapGet("/fail", (BackgroundTasks tasks) =>
        {
            tasks.Add(_ => throw new InvalidOperationException("out of ink"));
            tasks.Add<Notebook>((notebook, _) => Done(() => notebook.Note("after a failure")));
        });
        routes.MapGet("/scopes", (BackgroundTasks tasks, Letter letter) =>
        {
            tasks.Add<Letter>((own, _) => Done(() => own.Notebook.Note($"{own == letter} {letter.IsGone}")));
            tasks.Add<Letter>((own, _) => Done(() => own.Notebook.Note($"{own == letter} {letter.IsGone}")));
        });
        routes.MapGet("/chain", (BackgroundTasks tasks) => tasks.Add<IServiceProvider>((services, _) => Done(() =>
            services.GetRequiredService<BackgroundTasks>().Add<Notebook>((notebook, _) => Done(() => notebook.Note("a task of a task"))))));
        routes.MapGet("/late", (BackgroundTasks tasks) => tasks.Add(_ => Done(() => tasks.Add(_ => Task.CompletedTask))));

        routes.MapGet("/returned", Results<NoContent, ConflictProblem> (BackgroundTasks tasks) => Later(tasks, new ConflictProblem("It is taken.")));
        routes.MapGet("/status", (BackgroundTasks tasks) => Later(tasks, TypedResults.StatusCode(500)));
        routes.MapGet("/thrown", string (BackgroundTasks tasks) => throw Later(tasks, new InvalidOperationException("It breaks.")));
        routes.MapGet("/thrown-below", string (LetterService letters) => throw letters.Refusing("It breaks."));
        routes.MapGet("/result-throws", (BackgroundTasks tasks) => Later(tasks, new BrokenResult(started: false)));
        routes.MapGet("/hang-up", async (LetterService letters, Notebook notebook, CancellationToken cancellation) =>
        {
            letters.WriteLater("written");
            notebook.Knocked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        routes.MapGet("/stream-throws", (LetterService letters) =>
        {
            letters.WriteLater("written");
            return new BrokenResult(started: true);
        });
    }

    private static Accepted WriteLetters(int count, BackgroundTasks tasks)
    {
        for (var number = 1; number <= count; number++)
        {
            var letter = $"letter {number}";
            tasks.Add<Notebook>(async (notebook, cancellation) =>
            {
                await Task.Delay(Random.Shared.Next(3), cancellation);
                notebook.Note(letter);
            });
        }
        return TypedResults.Accepted("/letters");
    }

    private static T Later<T>(BackgroundTasks tasks, T answer)
    {
        tasks.Add<Notebook>((notebook, _) => Done(() => notebook.Note("later")));
        return answer;
    }

    private static Task Done(Action what)
    {
        what();
        return Task.CompletedTask;
    }

    /// <summary>Fails before the first byte of the answer, or behind it.</summary>
    private sealed class BrokenResult(bool started) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (started)
            {
                await httpContext.Response.WriteAsync("the beginning");
                await httpContext.Response.Body.FlushAsync();
            }
            throw new InvalidOperationException("It breaks.");
        }
    }
}

internal sealed record Stamp(int Value);

internal sealed class StampValidator : AbstractValidator<Stamp>
{
    public StampValidator() => RuleFor(stamp => stamp.Value).GreaterThan(0);
}

/// <summary>Lives as long as a request.</summary>
internal sealed class Letter(Notebook notebook) : IDisposable
{
    public Notebook Notebook => notebook;

    public bool IsGone { get; private set; }

    public void Dispose() => IsGone = true;
}

/// <summary>Gives work for later without its handler knowing.</summary>
internal sealed class LetterService
{
    private readonly BackgroundTasks tasks;

    public LetterService(BackgroundTasks tasks)
    {
        this.tasks = tasks;
        WriteLater("asked for");
    }

    public void WriteLater(string what) => tasks.Add<Notebook>((notebook, _) =>
    {
        notebook.Note(what);
        return Task.CompletedTask;
    });

    public Exception Refusing(string why)
    {
        WriteLater("refused");
        return new InvalidOperationException(why);
    }
}
