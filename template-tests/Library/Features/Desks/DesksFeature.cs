using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FastApiStyle.TemplateTests.Library.Features.Desks;

/// <summary>A service where nearly everything depends on who asks, where, and for what.</summary>
internal sealed class DesksFeature : IFeature
{
    public static void AddServices(IHostApplicationBuilder builder) => builder.Services.AddSingleton<Diary>().AddScoped<Greeter>();

    public static void MapRoutes(IEndpointRouteBuilder routes)
    {
        var desks = routes.MapGroup("/desks").WithTags("desks");
        desks.MapGet("/open", ReadOpen);
        desks.MapGet("/crumbs", ReadCrumbs);
        desks.MapGet("/viewed", ReadViewed);
        desks.MapPost("/{id}/notes", CreateNote);
        desks.MapGet("/{id}", ReadDesk);
        desks.MapPost("/branches", CreateBranch);
        desks.MapGet("/greeting", ReadGreeting).RequireDependency<Branch>().RequireDependency<Caller>();

        var guarded = routes.MapGroup("/guarded").RequireDependency<Caller>();
        guarded.MapGet("/words", ReadWords);
        routes.MapGet("/keyed", ReadKeyed).RequireDependency<Key>();
        guarded.MapGet("/raw", (HttpContext http) => http.Response.WriteAsync("raw")).ExcludeFromDescription();
        routes.MapGet("/both", ReadBoth).RequireDependency<Branch>();
    }

    /// <summary>Read what anyone may.</summary>
    private static string ReadOpen() => "open";

    /// <summary>Read what cookies say.</summary>
    /// <param name="trail">The first one.</param>
    /// <param name="last">The last one.</param>
    private static string ReadCrumbs([AsParameters] Trail trail, [FromCookie("last-crumb")] int? last = null) => $"{trail.Start} {last}";

    /// <summary>Read what anyone may, as oneself.</summary>
    private static string ReadViewed(Viewer viewer) => viewer.Name ?? "nobody";

    /// <summary>Take a note.</summary>
    private static Ok<NoteAnswer> CreateNote(Note note, int limit, Desk desk, Caller caller) =>
        TypedResults.Ok(new NoteAnswer($"{note.Text} {limit} {desk.Words} for {caller.Name}"));

    /// <summary>Read a desk.</summary>
    /// <response code="404">Go and find another one.</response>
    private static Results<Ok<NoteAnswer>, NotFoundProblem> ReadDesk(int id, Desk desk) =>
        id < 0 ? new NotFoundProblem("Below zero there is none.") : TypedResults.Ok(new NoteAnswer(desk.Words));

    /// <summary>Open a branch.</summary>
    private static Ok<NoteAnswer> CreateBranch(Note note, Branch branch, int? limit = null) =>
        TypedResults.Ok(new NoteAnswer($"{note.Text} {branch.Text} {limit}"));

    /// <summary>Be greeted.</summary>
    private static string ReadGreeting(Greeter greeter) => greeter.Greet();

    /// <summary>Read what is guarded.</summary>
    private static string ReadWords() => "words";

    /// <summary>Read what is behind a door.</summary>
    private static string ReadKeyed() => "opened";

    /// <summary>Read by branch and caller.</summary>
    private static string ReadBoth(Caller caller) => caller.Name;
}

/// <param name="Text">What it says.</param>
internal sealed record Note(string Text);

/// <param name="Text">What it says.</param>
internal sealed record NoteAnswer(string Text);

internal sealed class NoteValidator : FluentValidation.AbstractValidator<Note>
{
    public NoteValidator() => RuleFor(note => note.Text).Length(1, 10);
}
