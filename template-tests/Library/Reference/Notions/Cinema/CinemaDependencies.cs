using System.Collections.Concurrent;
using System.Security.Claims;
using FluentValidation;

namespace FastApiStyle.TemplateTests.Library.Reference.Notions.Cinema;

/// <summary>A value that is made from the query.</summary>
public sealed record Paging(int Skip, int Limit) : IDependency<Paging>
{
    public static Paging Resolve(int skip = 0, int limit = 20) => new(skip, limit);
}

/// <summary>Parameters that belong together.</summary>
public sealed record MovieQuery(int Number, string Hall = "A");

public sealed class MovieQueryRules : AbstractValidator<MovieQuery>
{
    public MovieQueryRules() => RuleFor(query => query.Hall).MaximumLength(1);
}

/// <summary>Who asks, and may be refused.</summary>
public sealed record Visitor(string Name) : IDependency<Visitor>
{
    /// <response code="403">You are banned.</response>
    public static Resolved<Visitor, UnauthorizedProblem, ForbiddenProblem> Resolve(ClaimsPrincipal user, Diary diary)
    {
        diary.Enqueue("visitor");
        return user.Identity?.Name switch
        {
            null => new UnauthorizedProblem(),
            "banned" => new ForbiddenProblem("You are banned."),
            var name => new Visitor(name),
        };
    }
}

/// <summary>What depends on who asks, and is left after the answer.</summary>
public sealed record Seat(int Row, Diary Diary) : IDependency<Seat>, IAsyncDisposable
{
    public static Seat Resolve(Visitor visitor, Diary diary) => new(visitor.Name.Length, diary);

    public ValueTask DisposeAsync()
    {
        Diary.Enqueue("left");
        return ValueTask.CompletedTask;
    }
}

public sealed record Review(string Text);

/// <summary>What has happened, in order.</summary>
public sealed class Diary : ConcurrentQueue<string>;
